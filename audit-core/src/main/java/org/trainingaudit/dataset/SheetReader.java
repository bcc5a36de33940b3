package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a sheet of a workbook row by row. A formula counts as the result that was stored with it. */
final class SheetReader {

    /** How many bytes of all sheets together are looked at for cells, and how many of each at least. */
    private static final long LOOK = 16L * 1024 * 1024;

    private static final long LEAST_LOOK = 64L * 1024;

    private final Limits limits;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final SheetSink rows;

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private long line;
    private long rowLength;
    private String type = "";
    private String style = "";
    private int column;
    private boolean inValue;
    private boolean inReading;
    private boolean formula;
    private boolean valued;
    private String fault = "";

    private SheetReader(Limits limits, SharedTexts texts, CellStyles styles, SheetSink rows) {
        this.limits = limits;
        this.texts = texts;
        this.styles = styles;
        this.rows = rows;
    }

    /** The names of all sheets in which a cell stands; of a workbook without any, its first. */
    static List<String> names(Path file, Limits limits) throws IOException {
        try (Workbook book = Workbook.open(file, limits)) {
            List<String> names = new ArrayList<>();
            for (Workbook.Sheet sheet : book.sheets()) {
                if (hasCell(book, sheet)) {
                    names.add(sheet.name());
                }
            }
            return names.isEmpty() ? List.of(book.sheets().get(0).name()) : names;
        }
    }

    /** Also where that can't be told: its part is missing, broken, or goes on for too long; reading it will say so. */
    private static boolean hasCell(Workbook book, Workbook.Sheet sheet) throws IOException {
        long most = Math.max(LEAST_LOOK, LOOK / book.sheets().size());
        try {
            return !book.each(sheet.part(), most, xml -> {
                if (xml.begins("v") || xml.begins("is") || xml.begins("f")) {
                    throw new Seen();
                }
            });
        } catch (Seen | RefusedException e) {
            return true;
        }
    }

    /** That a cell was seen, which ends the looking. */
    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Seen() {
            super("seen", null, false, false);
        }
    }

    /**
     * Hands all rows of a sheet on.
     *
     * @param wanted its name; it can be left out where only one sheet has cells
     */
    static ReadResult read(Path file, Optional<String> wanted, Limits limits, RowVisitor visitor) throws IOException {
        String name = wanted.isPresent() ? wanted.get() : onlyOne(names(file, limits));
        RowCounter counter = new RowCounter(visitor);
        SheetRows rows = new SheetRows(limits, counter);
        each(file, name, limits, rows);
        rows.end();
        return counter.result("xlsx");
    }

    /** Hands each row of the sheet of that name to the sink, as it stands. */
    static void each(Path file, String name, Limits limits, SheetSink rows) throws IOException {
        try (Workbook book = Workbook.open(file, limits)) {
            Workbook.Sheet sheet = book.sheets().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new RefusedException(Refusal.missing("no sheet '" + name + "' in the workbook; it has "
                                    + shown(book.sheets().stream()
                                            .map(Workbook.Sheet::name)
                                            .toList()))));
            SheetReader reader = new SheetReader(limits, SharedTexts.of(book, limits), CellStyles.of(book), rows);
            if (!book.each(sheet.part(), reader::take)) {
                throw new RefusedException(
                        Refusal.refused("the sheet's part is missing in the workbook; save it again"));
            }
        }
    }

    private static String onlyOne(List<String> names) {
        if (names.size() > 1) {
            throw new RefusedException(Refusal.refused("a workbook of " + names.size()
                    + " sheets; declare a dataset for each, with 'sheet': " + shown(names)));
        }
        return names.get(0);
    }

    static String shown(List<String> names) {
        String first = names.stream()
                .limit(20)
                .map(name -> "'" + ShownName.of(name) + "'")
                .collect(Collectors.joining(", "));
        return names.size() > 20 ? first + " and " + (names.size() - 20) + " more" : first;
    }

    private void take(XmlPart xml) {
        if (xml.isText()) {
            if (inValue && !inReading) {
                gather(xml.text());
            }
        } else if (xml.begins("row")) {
            beginRow(xml.attribute("r"));
        } else if (xml.ends("row")) {
            endRow();
        } else if (xml.begins("c")) {
            beginCell(xml);
        } else if (xml.ends("c")) {
            endCell();
        } else if (xml.begins("f")) {
            formula = true;
        } else if (xml.begins("v") || xml.begins("t")) {
            inValue = true;
            valued = true;
        } else if (xml.ends("v") || xml.ends("t")) {
            inValue = false;
        } else if (xml.begins("rPh") || xml.ends("rPh")) {
            inReading = xml.begins("rPh");
        }
    }

    private void gather(String text) {
        if (rowLength + value.length() + text.length() > limits.maxRowBytes()) {
            fault = "too-long";
        } else {
            value.append(text);
        }
    }

    private void beginRow(String number) {
        line = number.matches("\\d{1,9}") ? Integer.parseInt(number) : line + 1;
        cells.clear();
        rowLength = 0;
        column = 0;
        fault = "";
    }

    private void beginCell(XmlPart xml) {
        column = place(xml.attribute("r"), column + 1);
        type = xml.attribute("t");
        style = xml.attribute("s");
        value.setLength(0);
        formula = false;
        valued = false;
    }

    /** The column of a cell named such as {@code AB12}, from 1; the next one where it isn't named. */
    private static int place(String reference, int next) {
        int place = 0;
        for (int i = 0; i < reference.length() && i < 6; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            place = place * 26 + c - 'A' + 1;
        }
        return place == 0 ? next : place;
    }

    private void endCell() {
        if (formula && !valued) {
            fault = fault.isEmpty() ? "formula" : fault;
        }
        if (!valued || value.isEmpty()) {
            return;
        }
        if (column > limits.maxColumns()) {
            throw new RefusedException(Refusal.overLimit("row " + line + " has a value in column " + column
                    + "; at most " + limits.maxColumns() + " columns are read (audit.dataset.max-columns)"));
        }
        while (cells.size() < column) {
            cells.add("");
        }
        if (!cells.get(column - 1).isEmpty()) {
            // A cell that stands twice: whoever opens the workbook sees one of both.
            fault = fault.isEmpty() ? "ragged" : fault;
        }
        String text = text();
        rowLength += text.length();
        cells.set(column - 1, text);
        if (rowLength > limits.maxRowBytes()) {
            fault = "too-long";
        }
    }

    private String text() {
        return switch (type) {
            case "s" -> texts.get(value.toString());
            case "b" -> value.toString().equals("1") ? "TRUE" : "FALSE";
            case "str", "inlineStr" -> CellText.plain(value.toString());
            case "e", "d" -> value.toString();
            default -> styles.shown(value.toString(), style);
        };
    }

    private void endRow() {
        if (!fault.isEmpty()) {
            rows.rejected(List.copyOf(cells), line, fault);
        } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.row(cells, line);
        }
    }
}
