/**
 * Finding personal data in values and in column names.
 *
 * <p>Start at {@link Detectors#load}; ask {@link Detectors#find} about one text, or send a dataset's rows through a {@link
 * DatasetProfiler}. How detectors work is private to this package: a detector without code is an entry in {@code
 * config/detectors}, one with code is a class that implements {@code Detector} and a line in {@code DetectorLoader}.
 */
@NullMarked
package org.trainingaudit.detection;

import org.jspecify.annotations.NullMarked;
