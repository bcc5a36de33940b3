package org.trainingaudit.detection;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** Numbers of national schemes, made up at random and judged valid or not by a program of others (see NOTICE.md). */
final class NationalNumbers {

    private NationalNumbers() {}

    /** How they are found, each after the words that announce it or by itself. */
    static Map<String, Score> schemes(Detectors detectors, boolean labelled) throws IOException {
        Map<String, Score> schemes = new TreeMap<>();
        for (CSVRecord row : Shipped.rows("identifiers.csv")) {
            String text = labelled ? row.get("label") + ": " + row.get("value") : row.get("value");
            Optional<String> told = detectors.find(text).stream()
                    .map(span -> LabelKeys.ofCategory(span.category()))
                    .filter("government_id"::equals)
                    .findFirst();
            String expected = row.get("valid").equals("yes") ? "government_id" : "none";
            schemes.computeIfAbsent(row.get("scheme"), key -> new Score())
                    .see(row.get("scheme") + " '" + text + "'", expected, told);
        }
        return schemes;
    }
}
