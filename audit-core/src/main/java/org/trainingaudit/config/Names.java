package org.trainingaudit.config;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.Optional;

/**
 * What people call a thing: in the two languages in which auditors read, and where the thing is a foreign law's, in that
 * law's own.
 *
 * @param en in English
 * @param ja in Japanese
 * @param zh in Chinese, where it's said
 * @param ko in Korean, where it's said
 */
public record Names(@NotBlank String en, @NotBlank String ja, Optional<String> zh, Optional<String> ko) {

    /** Names of what has none in a third language. */
    public Names(String en, String ja) {
        this(en, ja, Optional.empty(), Optional.empty());
    }

    /** The name in the reader's language where there is one, else the English one. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en")
                ? en
                : said(locale.getLanguage()).orElse(en);
    }

    /** The name in that language, {@code zh}, where it's said. */
    public Optional<String> said(String language) {
        return switch (language) {
            case "en" -> Optional.of(en);
            case "ja" -> Optional.of(ja);
            case "zh" -> zh;
            case "ko" -> ko;
            default -> Optional.empty();
        };
    }
}
