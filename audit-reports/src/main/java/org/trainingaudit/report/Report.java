package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.trainingaudit.csv.CsvColumn;
import org.trainingaudit.csv.CsvList;
import org.trainingaudit.csv.CsvSchema;
import org.trainingaudit.csv.CsvType;

/**
 * A CSV report: a name, its rows, and a table of columns. Every report begins with the key of the row and the run it was
 * written for, and is sorted by the bytes of that key.
 *
 * @param <R> what a row is about
 */
final class Report<R> {

    private static final String ROW = "row_id";
    /** The key of the row and the run stand before all other cells. */
    private static final int KEYS = 2;

    private static final int MILLION = 1_000_000;
    private static final int TEN_THOUSANDTHS = 100;
    private static final int HUNDREDTHS = 10_000;

    private final String name;
    private final String title;
    private final int version;
    private final RowSource<R> source;
    private final Function<R, String> key;
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<Function<R, String>> cells = new ArrayList<>();
    /** How a cell is completed when all uses are counted, by its place in the row. */
    private final Map<Integer, BiFunction<Totals, String, String>> late = new TreeMap<>();

    /** A report without columns of its own yet; a row's key has {@code /} between its parts. */
    Report(String name, String title, int version, RowSource<R> source, Function<R, String> key) {
        this.name = name;
        this.title = title;
        this.version = version;
        this.source = source;
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

    /** A day that may be empty, and is where it lies beyond the years of four digits. */
    Report<R> day(String column, String description, Function<R, Optional<LocalDate>> cell) {
        return column(
                column,
                CsvType.DATE,
                false,
                description,
                row -> cell.apply(row)
                        .map(LocalDate::toString)
                        .filter(CsvType.DATE::fits)
                        .orElse(""));
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

    /** A count over all uses, of what the cell names. */
    Report<R> lateCount(
            String column, String description, Function<R, String> of, BiFunction<Totals, String, Long> count) {
        return late(
                column,
                CsvType.INTEGER,
                description,
                of,
                (totals, cell) -> count.apply(totals, cell).toString());
    }

    /** A share of all uses, per million, of what the cell names; empty where it names nothing. */
    Report<R> lateShare(
            String column, String description, Function<R, String> of, BiFunction<Totals, String, Long> perMillion) {
        return late(
                column,
                CsvType.DECIMAL,
                description,
                of,
                (totals, cell) -> cell.isEmpty() ? "" : decimal(perMillion.apply(totals, cell), TEN_THOUSANDTHS));
    }

    /** Several texts, some of which depend on counts over all uses. */
    Report<R> lateList(
            String column, String description, Function<R, String> of, BiFunction<Totals, String, List<String>> list) {
        return late(column, CsvType.LIST, description, of, (totals, cell) -> CsvList.join(list.apply(totals, cell)));
    }

    private Report<R> late(
            String column,
            CsvType type,
            String description,
            Function<R, String> cell,
            BiFunction<Totals, String, String> complete) {
        late.put(cells.size() + KEYS, complete);
        return column(column, type, false, description, cell);
    }

    /** A number from 0 to 1 with four digits, given per million. */
    Report<R> share(String column, String description, Function<R, OptionalLong> perMillion) {
        return decimal(column, description, perMillion, TEN_THOUSANDTHS);
    }

    /** A number from 0 to 1 with two digits, given per million. */
    Report<R> confidence(String column, String description, Function<R, OptionalLong> perMillion) {
        return decimal(column, description, perMillion, HUNDREDTHS);
    }

    private Report<R> decimal(String column, String description, Function<R, OptionalLong> perMillion, int unit) {
        return column(column, CsvType.DECIMAL, false, description, row -> {
            OptionalLong ppm = perMillion.apply(row);
            return ppm.isPresent() ? decimal(ppm.getAsLong(), unit) : "";
        });
    }

    /** So many millionths, rounded to units of so many of them. */
    private static String decimal(long perMillion, int unit) {
        int one = MILLION / unit;
        long rounded = (perMillion + unit / 2) / unit;
        return rounded / one + "." + Long.toString(one + rounded % one).substring(1);
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

    /** Several texts that are joined already, by {@link CsvList}. */
    Report<R> joined(String column, String description, Function<R, String> cell) {
        return column(column, CsvType.LIST, false, description, cell);
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

    /** Where its rows come from. */
    RowSource<R> source() {
        return source;
    }

    /** Whether a row can be completed only when all uses are counted. */
    boolean hasLateCells() {
        return !late.isEmpty();
    }

    /** A row's cells, the key first; {@link #complete} has still to see those of a report with late ones. */
    List<String> cells(R row, String run) {
        String[] line = new String[cells.size() + KEYS];
        line[0] = key.apply(row);
        line[1] = run;
        for (int i = KEYS; i < line.length; i++) {
            line[i] = cells.get(i - KEYS).apply(row);
        }
        return Arrays.asList(line);
    }

    /** The same cells when all uses are counted. */
    List<String> complete(List<String> line, Totals totals) {
        late.forEach((place, cell) -> line.set(place, cell.apply(totals, line.get(place))));
        return line;
    }
}
