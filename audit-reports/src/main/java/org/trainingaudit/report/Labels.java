package org.trainingaudit.report;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.trainingaudit.config.Names;

/** What a page says, in one language; numbers and dates as that language writes them. */
final class Labels {

    private static final String BUNDLE = "org.trainingaudit.report.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** Labels for a language; without labels of its own it gets the English ones. */
    Labels(Locale locale) {
        this.locale = locale;
        // English is the root bundle; asking for it by name would fall back to the machine's own language.
        this.bundle = ResourceBundle.getBundle(BUNDLE, isJapanese(locale) ? locale : Locale.ROOT);
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    /** The language's code for {@code lang}. */
    String language() {
        return locale.getLanguage();
    }

    /** The label, with its places filled in. */
    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(values);
    }

    Markup markup(String key, Object... values) {
        return Markup.text(text(key, values));
    }

    String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code +2}, {@code −2} with a minus sign, or {@code 0}. */
    String change(long number) {
        String size = number(Math.abs(number));
        return number == 0 ? size : (number > 0 ? "+" : "\u2212") + size;
    }

    /** The day written out. */
    String day(LocalDate day) {
        return format("day.long", day);
    }

    /** The day with a short month. */
    String shortDay(LocalDate day) {
        return format("day.short", day);
    }

    private String format(String key, LocalDate day) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), Locale.ENGLISH)
                .format(day);
    }

    String name(Names names) {
        return names.in(locale);
    }
}
