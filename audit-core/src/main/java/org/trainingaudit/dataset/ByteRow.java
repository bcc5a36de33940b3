package org.trainingaudit.dataset;

/**
 * A row whose cells lie as UTF-8 in one array, one after the other, for those who look at every cell and make no text of it.
 *
 * <p>The array is only lent for the call, must not be written to, and can be read at least 8 bytes past the end of any
 * cell.
 */
public interface ByteRow extends Row {

    /** The array in which all cells lie. */
    byte[] bytes();

    /** Where a cell, counted from 0, begins in {@link #bytes()}. */
    int start(int column);

    /** Where a cell ends, exclusive; the same as its start where it is empty. */
    int end(int column);
}
