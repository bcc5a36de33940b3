package org.trainingaudit.dataset;

/**
 * A row that could not be read. Never holds what stood in it.
 *
 * @param unit which row, counted from 1 without the header
 * @param line the line of the file on which it begins, counted from 1; 0 where the format has no lines
 * @param reason why, as a word of the format's list: {@code ragged} (more or fewer cells than columns), {@code nul},
 *     {@code encoding}, {@code quote} (opened and not closed, or text after the closing one), {@code too-long},
 *     {@code json} (not one JSON value), {@code too-complex} (a detector couldn't read a value to its end in time)
 */
public record Rejection(long unit, long line, String reason) {}
