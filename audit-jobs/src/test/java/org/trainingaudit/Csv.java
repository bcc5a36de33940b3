package org.trainingaudit;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.trainingaudit.csv.FormulaGuard;

/** Reads a report as its readers can: every cell as it was before it was guarded. */
final class Csv {

    private Csv() {}

    /** All lines, the header first. */
    static List<List<String>> lines(String file) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(file), CSVFormat.RFC4180)) {
            return parser.stream()
                    .map(line -> line.stream().map(FormulaGuard::unguard).toList())
                    .toList();
        }
    }
}
