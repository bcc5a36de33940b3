package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.trainingaudit.csv.CsvColumn;
import org.trainingaudit.csv.CsvList;
import org.trainingaudit.csv.CsvSchema;
import org.trainingaudit.csv.CsvTable;
import org.trainingaudit.csv.CsvType;

/**
 * A CSV report: a name, its rows, and a table of columns. Every report begins with the key of the row and the run it was
 * written for, and is sorted by the bytes of that key.
 *
 * @param <R> what a row is about
 */
final class Report<R> {

    private static final String ROW = "row_id";
    private static final int TEN_THOUSANDTHS = 100;
    private static final int HUNDREDTHS = 10_000;

    private final String name;
    private final String title;
    private final int version;
    private final Function<Night, List<R>> rows;
    private final Function<R, String> key;
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<Function<R, String>> cells = new ArrayList<>();

    /** A report without columns of its own yet; a row's key has {@code /} between its parts. */
    Report(String name, String title, int version, Function<Night, List<R>> rows, Function<R, String> key) {
        this.name = name;
        this.title = title;
        this.version = version;
        this.rows = rows;
        this.key = key;
    }

    /** A text that may be empty. */
    Report<R> text(String column, String description, Function<R, String> cell) {
        return column(column, CsvType.STRING, false, description, cell);
    }

    /** One of a few words, or an id, always there. */
    Report<R> word(String column, String description, Function<R, String> cell) {
        return column(column, CsvType.STRING, true, description, cell);
    }

    /** A day that may be empty. */
    Report<R> day(String column, String description, Function<R, Optional<LocalDate>> cell) {
        return column(
                column,
                CsvType.DATE,
                false,
                description,
                row -> cell.apply(row).map(LocalDate::toString).orElse(""));
    }

    /** A day as somebody stated it; empty where the text is none. */
    Report<R> stated(String column, String description, Function<R, String> cell) {
        return column(column, CsvType.DATE, false, description, row -> {
            String day = cell.apply(row);
            return CsvType.DATE.fits(day) ? day : "";
        });
    }

    /** A count that may be empty. */
    Report<R> count(String column, String description, Function<R, OptionalLong> cell) {
        return column(column, CsvType.INTEGER, false, description, row -> {
            OptionalLong count = cell.apply(row);
            return count.isPresent() ? Long.toString(count.getAsLong()) : "";
        });
    }

    /** A number from 0 to 1 with four digits, given per million. */
    Report<R> share(String column, String description, Function<R, OptionalLong> perMillion) {
        return decimal(column, description, perMillion, TEN_THOUSANDTHS, "%d.%04d");
    }

    /** A number from 0 to 1 with two digits, given per million. */
    Report<R> confidence(String column, String description, Function<R, OptionalLong> perMillion) {
        return decimal(column, description, perMillion, HUNDREDTHS, "%d.%02d");
    }

    private Report<R> decimal(
            String column, String description, Function<R, OptionalLong> perMillion, int unit, String form) {
        int one = 1_000_000 / unit;
        return column(column, CsvType.DECIMAL, false, description, row -> {
            OptionalLong ppm = perMillion.apply(row);
            long rounded = ppm.isPresent() ? (ppm.getAsLong() + unit / 2) / unit : 0;
            return ppm.isPresent() ? String.format(Locale.ROOT, form, rounded / one, rounded % one) : "";
        });
    }

    /** Yes or no. */
    Report<R> flag(String column, String description, Function<R, Boolean> cell) {
        return column(
                column,
                CsvType.BOOLEAN,
                true,
                description,
                row -> cell.apply(row).toString());
    }

    /** Yes, no, or empty where nobody has said. */
    Report<R> statedFlag(String column, String description, Function<R, String> cell) {
        return column(column, CsvType.BOOLEAN, false, description, row -> {
            String flag = cell.apply(row);
            return CsvType.BOOLEAN.fits(flag) ? flag : "";
        });
    }

    /** Several texts. */
    Report<R> list(String column, String description, Function<R, List<String>> cell) {
        return column(column, CsvType.LIST, false, description, row -> CsvList.join(cell.apply(row)));
    }

    private Report<R> column(
            String column, CsvType type, boolean required, String description, Function<R, String> cell) {
        columns.add(described(column, type, required, description));
        cells.add(cell);
        return this;
    }

    private static CsvColumn described(String column, CsvType type, boolean required, String description) {
        return new CsvColumn(column, type, required, description, Headings.of(column));
    }

    /** The file's name. */
    String file() {
        return name + ".csv";
    }

    /** The columns in their order, and the version that goes up whenever they change. */
    CsvSchema schema() {
        List<CsvColumn> all = new ArrayList<>();
        all.add(described(ROW, CsvType.STRING, true, "The key of the row; rows are sorted by it"));
        all.add(described("run", CsvType.STRING, true, "The run for which this was written; a trial counts alone"));
        all.addAll(columns);
        return new CsvSchema(name, title, version, all, List.of(ROW));
    }

    /** The table for a night. */
    CsvTable table(Night night) {
        List<Map.Entry<String, R>> sorted = new ArrayList<>();
        rows.apply(night).forEach(row -> sorted.add(Map.entry(key.apply(row), row)));
        sorted.sort((one, other) -> Key.compareAsUtf8(one.getKey(), other.getKey()));
        String run = night.run().key();
        return new CsvTable(
                schema(),
                sorted.stream()
                        .map(row -> line(row.getKey(), run, row.getValue()))
                        .toList());
    }

    private List<String> line(String rowId, String run, R row) {
        List<String> line = new ArrayList<>(cells.size() + 2);
        line.add(rowId);
        line.add(run);
        cells.forEach(cell -> line.add(cell.apply(row)));
        return line;
    }
}
