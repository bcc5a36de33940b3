package org.trainingaudit.dataset;

import java.util.List;

/** Hands on all rows but those that are left out, which it counts. */
final class LeftOutRows implements RowVisitor {

    private final LeftOut what;
    private final RowVisitor visitor;
    private int column;
    private long count;

    LeftOutRows(LeftOut what, RowVisitor visitor) {
        this.what = what;
        this.visitor = visitor;
    }

    /** Without the column nobody can tell which rows are meant, so the dataset is refused. */
    @Override
    public void columns(List<String> names) {
        column = names.indexOf(what.column());
        if (column < 0) {
            throw new RefusedException(
                    Refusal.refused(
                            "it has no column '" + what.column()
                                    + "', by which rows are to be left out; mend 'leaveOut' in sources.yaml, or deliver it with that column"));
        }
        visitor.columns(names);
    }

    @Override
    public void row(Row row) {
        if (what.values().contains(row.text(column))) {
            count++;
            visitor.leftOut();
        } else {
            visitor.row(row);
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        visitor.rejected(rejection);
    }

    ReadResult count(ReadResult result) {
        return result.withLeftOut(count);
    }
}
