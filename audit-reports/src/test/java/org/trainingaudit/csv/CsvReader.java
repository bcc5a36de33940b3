package org.trainingaudit.csv;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file in either dialect and gives every cell back as it was before it was guarded, as its readers can. */
public final class CsvReader {

    private CsvReader() {}

    /**
     * All lines, the header first.
     *
     * @throws IOException if the bytes are not UTF-8 or a quote is never closed
     */
    public static List<List<String>> read(byte[] file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        String unmarked = text.startsWith(CsvDialect.EXCEL.mark()) ? text.substring(1) : text;
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        List<List<String>> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(unmarked), format)) {
            for (CSVRecord line : parser) {
                lines.add(line.stream().map(FormulaGuard::unguard).toList());
            }
        }
        return lines;
    }

    /** The texts of a cell that {@link CsvList#join} made. */
    public static List<String> texts(String cell) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                text.append(cell.charAt(++i));
            } else if (cell.startsWith("; ", i)) {
                texts.add(text.toString());
                text.setLength(0);
                i += 2 - 1;
            } else {
                text.append(c);
            }
        }
        if (!cell.isEmpty()) {
            texts.add(text.toString());
        }
        return texts;
    }
}
