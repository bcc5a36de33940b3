package org.trainingaudit.dataset;

import java.util.ArrayList;
import java.util.List;

/** Keeps all that a reader hands on, as text. */
final class Collected implements RowVisitor {

    final List<List<String>> rows = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    List<String> columns = List.of();

    @Override
    public void columns(List<String> names) {
        columns = names;
    }

    @Override
    public void row(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.text(i));
        }
        rows.add(cells);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    /** Each rejection as {@code unit/line/reason}. */
    List<String> rejected() {
        return rejections.stream()
                .map(r -> r.unit() + "/" + r.line() + "/" + r.reason())
                .toList();
    }
}
