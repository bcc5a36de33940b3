package org.trainingaudit.use;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * The rows of a CSV file, each cell with its place. Read strictly: a quote that never closes, or text behind a closing
 * one, ends the reading with a fault, since nobody can say where the next row begins.
 *
 * @param rows rows that have any text, the header first
 * @param whole whether the file was read to its end
 */
record CsvTable(List<List<Node.Scalar>> rows, boolean whole) {

    private static final CSVFormat STRICT = CSVFormat.RFC4180
            .builder()
            .setTrailingData(false)
            .setLenientEof(false)
            .setIgnoreEmptyLines(false)
            .get();

    static CsvTable read(TextFile file, Faults faults) {
        List<List<Node.Scalar>> rows = new ArrayList<>();
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(file.text()), STRICT)) {
            for (CSVRecord record : parser) {
                if (!isBlank(record)) {
                    rows.add(cells(file, line, record));
                }
                line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
            return new CsvTable(rows, true);
        } catch (UncheckedIOException | IOException e) {
            faults.add(
                    file.at(file.start(line)),
                    "the row that begins here has a quote that never closes, or text behind a closing quote;"
                            + " neither it nor the rows below are read");
            return new CsvTable(rows, false);
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static List<Node.Scalar> cells(TextFile file, int line, CSVRecord record) {
        List<Location> places = places(file, line, record.size());
        List<Node.Scalar> cells = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            cells.add(new Node.Scalar(places.get(i), record.get(i).strip(), false));
        }
        return cells;
    }

    /** Where each cell of the row begins: after each comma that no quotes enclose. */
    private static List<Location> places(TextFile file, int line, int size) {
        List<Location> places = new ArrayList<>();
        int offset = file.start(line);
        places.add(file.at(offset));
        boolean quoted = false;
        for (; places.size() < size && offset < file.text().length(); offset++) {
            char c = file.text().charAt(offset);
            quoted = (c == '"') != quoted;
            if (c == ',' && !quoted) {
                places.add(file.at(offset + 1));
            }
        }
        while (places.size() < size) {
            places.add(file.at(file.start(line)));
        }
        return places;
    }
}
