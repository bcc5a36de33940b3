package org.trainingaudit.config;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;

/** What people call a thing, in the two languages in which auditors read. */
public record Names(@NotBlank String en, @NotBlank String ja) {

    /** The Japanese name for a Japanese reader, else the English one. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }
}
