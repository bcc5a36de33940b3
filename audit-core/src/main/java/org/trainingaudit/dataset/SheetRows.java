package org.trainingaudit.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a table of a sheet's rows: the first ones are kept until it is clear how wide it is and where its columns are named,
 * then all are handed on. Lines of a title are rows like others, so that nothing in them goes unseen.
 */
final class SheetRows implements SheetSink {

    private static final int KEPT_ROWS = 200;
    private static final int KEPT_CHARS = 1 << 20;

    private final Limits limits;
    private final RowCounter counter;
    private final List<List<String>> kept = new ArrayList<>();
    private final List<Long> keptLines = new ArrayList<>();
    private int width;
    private long keptChars;
    private boolean begun;
    private RowCells row;

    SheetRows(Limits limits, RowCounter counter) {
        this.limits = limits;
        this.counter = counter;
        this.row = new RowCells(0, limits);
    }

    @Override
    public void row(List<String> cells, long line) {
        if (cells.size() > limits.maxColumns()) {
            throw new RefusedException(Refusal.overLimit("row " + line + " has a value in column " + cells.size()
                    + "; at most " + limits.maxColumns() + " columns are read (audit.dataset.max-columns)"));
        }
        if (begun) {
            handOn(cells, line);
            return;
        }
        kept.add(List.copyOf(cells));
        keptLines.add(line);
        width = Math.max(width, cells.size());
        keptChars += cells.stream().mapToLong(String::length).sum();
        if (kept.size() == KEPT_ROWS || keptChars > KEPT_CHARS) {
            begin();
        }
    }

    @Override
    public void rejected(List<String> cells, long line, String reason) {
        if (!begun && !kept.isEmpty()) {
            begin();
        }
        if (!begun) {
            throw new RefusedException(Refusal.refused("the first row that isn't blank, row " + line
                    + ", can't be read (" + reason + "), so the columns aren't known; mend that row"));
        }
        counter.rejected(line, reason);
    }

    private void begin() {
        begun = true;
        TopRows top = TopRows.of(kept);
        row = new RowCells(width, limits);
        counter.columns(top.header() ? names(kept.get(top.titles())) : ColumnNames.numbered(width));
        for (int i = 0; i < kept.size(); i++) {
            if (i != top.titles() || !top.header()) {
                handOn(kept.get(i), keptLines.get(i));
            }
        }
        kept.clear();
    }

    private List<String> names(List<String> header) {
        List<String> names = new ArrayList<>(header);
        while (names.size() < width) {
            names.add("");
        }
        return ColumnNames.of(names);
    }

    private void handOn(List<String> cells, long line) {
        if (cells.size() > width) {
            counter.rejected(line, "ragged");
            return;
        }
        row.clear();
        for (int i = 0; i < cells.size(); i++) {
            row.add(i, cells.get(i));
        }
        counter.row(row);
    }

    /** To be called behind the last row. */
    void end() {
        if (!begun && kept.isEmpty()) {
            throw new RefusedException(Refusal.refused(
                    "nothing in the sheet, not even a header; deliver it again, or take it off the list"));
        }
        if (!begun) {
            begin();
        }
    }
}
