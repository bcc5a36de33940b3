package org.trainingaudit.dataset;

/** The cells of one row, one for each column. */
public interface Row {

    /** How many cells; the same as there are columns. */
    int size();

    /** The text of a cell, counted from 0, without the quotes of its format; empty where it has none. */
    String text(int column);
}
