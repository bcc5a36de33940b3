package org.trainingaudit.dataset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers the rows, keeps the counts and hands rows and rejections on to the visitor. */
final class RowCounter {

    private final RowVisitor visitor;
    private final SortedMap<String, Long> rejectedBy = new TreeMap<>();
    private List<String> columns = List.of();
    private long read;
    private long rejected;
    private final long unitsBefore;
    private final long linesBefore;

    RowCounter(RowVisitor visitor) {
        this(visitor, 0, 0);
    }

    /** For a part of a file, with the rows and lines before it. */
    RowCounter(RowVisitor visitor, long unitsBefore, long linesBefore) {
        this.visitor = visitor;
        this.unitsBefore = unitsBefore;
        this.linesBefore = linesBefore;
    }

    void columns(List<String> names) {
        columns = names;
        visitor.columns(names);
    }

    int columnCount() {
        return columns.size();
    }

    void row(Row row) {
        read++;
        visitor.row(row);
    }

    /** A row that was filled cell by cell, unless more was put into it than a row may have. */
    void filled(RowCells row, long line) {
        if (row.isTooLong()) {
            rejected(line, "too-long");
        } else {
            row(row);
        }
    }

    void rejected(long line, String reason) {
        read++;
        rejected++;
        rejectedBy.merge(reason, 1L, Long::sum);
        visitor.rejected(new Rejection(unitsBefore + read, linesBefore + line, reason));
    }

    /** Rows so far, rejected ones included. */
    long read() {
        return read;
    }

    ReadResult result(String form) {
        return new ReadResult(columns, read, rejected, rejectedBy, form);
    }
}
