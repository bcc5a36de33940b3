package org.trainingaudit.dataset;

import java.util.List;

/** Wants the names of the columns, and nothing of what stands below them. */
final class NoRows implements RowVisitor {

    private List<String> names = List.of();

    List<String> names() {
        return names;
    }

    @Override
    public void columns(List<String> all) {
        names = all;
    }

    @Override
    public void row(Row row) {
        // nobody asks for it
    }

    @Override
    public void rejected(Rejection rejection) {
        // whoever reads has counted it
    }
}
