package org.trainingaudit.detection;

import java.util.List;
import org.trainingaudit.dataset.Row;

/** A row of the cells that a test gives. */
record Cells(List<String> cells) implements Row {

    static Cells of(String... cells) {
        return new Cells(List.of(cells));
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public String text(int column) {
        return cells.get(column);
    }
}
