/**
 * The nightly audit as a job: a table of steps, one package-private class for each.
 *
 * <p>Start at {@link NightlyJob}, which lists the steps in order; a run's name, dates and scope are in {@link Run}. What
 * starts, restarts and watches a run is in {@code audit.operate}.
 */
@NullMarked
package org.trainingaudit.nightly;

import org.jspecify.annotations.NullMarked;
