/**
 * Reports: pure functions of the trail up to a checkpoint and of the configuration that the run names.
 *
 * <p>Start at {@link Reports#of}, which folds the entries once; {@link Reports#publish} writes the folder and {@link
 * Reports#summary} gives the counts for a screen. Each CSV file is one class: a name and a table of columns. What is read
 * from entries, and which of two entries counts, is private to this package ({@code NightFold}).
 */
@NullMarked
package org.trainingaudit.report;

import org.jspecify.annotations.NullMarked;
