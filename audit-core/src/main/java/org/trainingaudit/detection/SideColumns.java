package org.trainingaudit.detection;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.dataset.DeclaredKey;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/** Counts, on the rows' way to another visitor, what {@link SideCounts} says. For one dataset or block, and one thread. */
public final class SideColumns implements RowVisitor {

    private final ConsentColumns next;
    private final Optional<KeyColumns> key;
    private final GrainColumns grains;

    private SideColumns(ConsentColumns next, Optional<KeyColumns> key, GrainColumns grains) {
        this.next = next;
        this.key = key;
        this.grains = grains;
    }

    /**
     * Hands everything on to the visitor as it comes.
     *
     * @param key what is declared of the dataset's columns
     */
    public static SideColumns before(RowVisitor next, Detectors detectors, Optional<DeclaredKey> key) {
        return new SideColumns(
                ConsentColumns.before(next, detectors),
                key.map(KeyColumns::new),
                new GrainColumns(detectors.headerWords()));
    }

    @Override
    public void columns(List<String> columns) {
        key.ifPresent(some -> some.columns(columns));
        grains.columns(columns);
        next.columns(columns);
    }

    @Override
    public void row(Row row) {
        if (key.isPresent()) {
            key.get().row(row);
        }
        grains.row(row);
        next.row(row);
    }

    @Override
    public void rejected(Rejection rejection) {
        next.rejected(rejection);
    }

    @Override
    public void leftOut() {
        next.leftOut();
    }

    /** What was counted so far. */
    public SideCounts counts() {
        return new SideCounts(next.seen(), key.map(KeyColumns::groups), grains.counts());
    }
}
