package org.trainingaudit.dataset;

/**
 * A row that could not be read. Never holds what stood in it.
 *
 * @param unit which row, counted from 1 without the header; of several files, over all of them
 * @param line the line of the file, or the row of the sheet, on which it begins, counted from 1; 0 where the format has none
 * @param reason why, as a word of the format's list: {@code ragged} (more or fewer cells than columns), {@code nul},
 *     {@code encoding}, {@code quote} (opened and not closed, or text after the closing one), {@code too-long},
 *     {@code json} (not one JSON value), {@code formula} (without a stored result), {@code value} (one that the database's
 *     driver can't give), {@code too-complex} (a detector couldn't read a value to its end in time)
 * @param file the name of the file where there are several; else empty
 */
public record Rejection(long unit, long line, String reason, String file) {

    /** Of a dataset that is one file or table. */
    public Rejection(long unit, long line, String reason) {
        this(unit, line, reason, "");
    }
}
