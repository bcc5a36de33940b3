package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.trainingaudit.csv.CsvColumn;
import org.trainingaudit.csv.CsvList;
import org.trainingaudit.csv.CsvSchema;
import org.trainingaudit.csv.CsvTable;
import org.trainingaudit.csv.CsvType;

/**
 * A CSV report: a name, its rows in the order of their key, and a table of columns. Every report ends with the run and the
 * kind of run it was written for.
 *
 * @param <R> what a row is about
 */
final class Report<R> {

    private final String name;
    private final String title;
    private final int version;
    private final Function<Night, List<R>> rows;
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<Function<R, String>> cells = new ArrayList<>();
    private final List<String> key = new ArrayList<>();

    /** A report without columns yet. */
    Report(String name, String title, int version, Function<Night, List<R>> rows) {
        this.name = name;
        this.title = title;
        this.version = version;
        this.rows = rows;
    }

    /** A text that is part of the row's key. */
    Report<R> key(String column, String description, Function<R, String> cell) {
        key.add(column);
        return text(column, description, cell);
    }

    /** A text that may be empty. */
    Report<R> text(String column, String description, Function<R, String> cell) {
        return column(column, CsvType.STRING, false, description, cell);
    }

    /** One of a few words, always there. */
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

    /** A count that may be empty. */
    Report<R> count(String column, String description, Function<R, OptionalLong> cell) {
        return column(column, CsvType.INTEGER, false, description, row -> {
            OptionalLong count = cell.apply(row);
            return count.isPresent() ? Long.toString(count.getAsLong()) : "";
        });
    }

    /** A number from 0 to 1, given per million. */
    Report<R> share(String column, String description, Function<R, OptionalLong> perMillion) {
        return column(column, CsvType.DECIMAL, false, description, row -> {
            OptionalLong ppm = perMillion.apply(row);
            return ppm.isPresent() ? decimal(ppm.getAsLong()) : "";
        });
    }

    private static String decimal(long perMillion) {
        return String.format(Locale.ROOT, "%d.%06d", perMillion / 1_000_000, perMillion % 1_000_000);
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

    /** Several texts. */
    Report<R> list(String column, String description, Function<R, List<String>> cell) {
        return column(column, CsvType.LIST, false, description, row -> CsvList.join(cell.apply(row)));
    }

    private Report<R> column(
            String column, CsvType type, boolean required, String description, Function<R, String> cell) {
        columns.add(new CsvColumn(column, type, required, description));
        cells.add(cell);
        return this;
    }

    /** The file's name. */
    String file() {
        return name + ".csv";
    }

    /** The table for a night. */
    CsvTable table(Night night) {
        List<CsvColumn> all = new ArrayList<>(columns);
        all.add(new CsvColumn("run", CsvType.STRING, true, "The run that this report was written for"));
        all.add(new CsvColumn(
                "run_kind",
                CsvType.STRING,
                true,
                "nightly, manual or trial; a trial's verdicts count for that trial alone"));
        CsvSchema schema = new CsvSchema(name, title, version, all, key);
        return new CsvTable(
                schema, rows.apply(night).stream().map(row -> line(night, row)).toList());
    }

    private List<String> line(Night night, R row) {
        List<String> line = new ArrayList<>();
        cells.forEach(cell -> line.add(cell.apply(row)));
        line.add(night.run().key());
        line.add(night.run().kind().word());
        return line;
    }
}
