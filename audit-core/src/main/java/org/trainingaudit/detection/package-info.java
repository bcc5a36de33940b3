/**
 * Finding personal data in values and in column names.
 *
 * <p>Start at {@link Detectors#load}; ask {@link Detectors#find} about one text, or send a dataset's rows through a {@link
 * DatasetProfiler}. How detectors work is private to this package: a detector without code is an entry in {@code
 * config/detectors}, one with code is a {@code Finder} or a list of {@code OwnShape} and a line in {@code DetectorLoader}. What
 * a survey or register calls its variables is a {@code CodeBook} of {@code codebooks.yaml}; a kind of words that change what a name means is a
 * {@code WordKind}.
 */
@NullMarked
package org.trainingaudit.detection;

import org.jspecify.annotations.NullMarked;
