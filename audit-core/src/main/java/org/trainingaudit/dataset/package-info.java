/**
 * Where datasets are, and reading them row by row with nothing lost in silence.
 *
 * <p>Start at {@link Sources#load}; {@link Source#datasets} says what is there tonight, {@link Fingerprint#of} whether it
 * has changed, {@link DatasetReader#read} hands its rows to a {@link RowVisitor}. What can't be read at all is a
 * {@link Refusal}, a row that can't be read a {@link Rejection}; neither ever holds a value. How formats, encodings and
 * layouts are told and read is private to this package.
 */
@NullMarked
package org.trainingaudit.dataset;

import org.jspecify.annotations.NullMarked;
