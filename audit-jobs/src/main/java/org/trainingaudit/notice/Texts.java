package org.trainingaudit.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** A notice in words, in each language that is wanted. */
final class Texts {

    private final Map<String, ResourceBundle> bundles = new LinkedHashMap<>();

    Texts(List<String> languages) {
        ResourceBundle.Control only =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        languages.forEach(language ->
                bundles.put(language, ResourceBundle.getBundle("notice", Locale.forLanguageTag(language), only)));
    }

    /** One line, in the first language. */
    String subject(Notice notice) {
        ResourceBundle first = bundles.values().iterator().next();
        return filled(first, notice, ".subject");
    }

    /** All languages, one below the other. */
    String body(Notice notice) {
        return bundles.values().stream()
                .map(bundle -> filled(bundle, notice, ".text") + "\n" + bundle.getString("foot") + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** By language. */
    Map<String, String> each(Notice notice) {
        Map<String, String> each = new LinkedHashMap<>();
        bundles.forEach((language, bundle) -> each.put(language, filled(bundle, notice, ".text")));
        return each;
    }

    private static String filled(ResourceBundle bundle, Notice notice, String part) {
        String text = bundle.getString(notice.kind().word() + part);
        for (Map.Entry<String, String> detail : notice.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", detail.getValue());
        }
        return text;
    }
}
