package org.trainingaudit.use;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * The rows of a CSV file that have any text, the header first, each cell with its place. Read strictly: a quote that never
 * closes, or text behind a closing one, ends the reading with a fault, since nobody can say where the next row begins.
 */
final class StrictCsv {

    private static final CSVFormat STRICT = CSVFormat.RFC4180
            .builder()
            .setTrailingData(false)
            .setLenientEof(false)
            .setIgnoreEmptyLines(false)
            .get();

    private StrictCsv() {}

    /** Calls for each row; false where the file couldn't be read to its end. */
    static boolean read(TextFile file, Faults faults, Consumer<List<Node.Scalar>> row) {
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(file.text()), STRICT)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (!isBlank(record)) {
                    row.accept(cells(file, line, record));
                }
                line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
            return true;
        } catch (UncheckedIOException | IOException e) {
            faults.add(
                    file.at(file.start(line)),
                    "the row that begins here has a quote that never closes, or text behind a closing quote;"
                            + " neither it nor the rows below are read");
            return false;
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
