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

    RowCounter(RowVisitor visitor) {
        this.visitor = visitor;
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

    void rejected(long line, String reason) {
        read++;
        rejected++;
        rejectedBy.merge(reason, 1L, Long::sum);
        visitor.rejected(new Rejection(read, line, reason));
    }

    ReadResult result(String form) {
        return new ReadResult(columns, read, rejected, rejectedBy, form);
    }
}
