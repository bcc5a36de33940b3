package org.trainingaudit.dataset;

import java.util.List;

/** Receives a dataset from its first row to its last, on one thread. */
public interface RowVisitor {

    /** Called once, before any row; a column without a header is named {@code #1}, {@code #2} by its place from 1. */
    void columns(List<String> names);

    /**
     * A row that could be read; it is only good during the call. From CSV and text it is a {@link ByteRow}.
     */
    void row(Row row);

    /** A row that could not be read; it is counted and kept out of the classification. */
    void rejected(Rejection rejection);

    /** A row that could be read and is left out on purpose. */
    default void leftOut() {
        // most have nothing to say of it
    }
}
