package org.trainingaudit.report;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What people see above a column: English from its name, Japanese from a list. */
final class Headings {

    private static final ResourceBundle JAPANESE =
            ResourceBundle.getBundle("org.trainingaudit.report.columns", Locale.JAPANESE);

    private Headings() {}

    /** By language.
     *
     * @throws MissingResourceException if a column has no Japanese heading
     */
    static Map<String, String> of(String column) {
        String words = column.replace('_', ' ');
        String english = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return Map.of("en", english, "ja", JAPANESE.getString(column));
    }
}
