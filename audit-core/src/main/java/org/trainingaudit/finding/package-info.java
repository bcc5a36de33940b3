/**
 * Violations followed over time: opened when a regime says violation of a use, closed when it no longer does. A review is
 * a finding on a regime itself: its stored dates differ from what the authority answered.
 *
 * <p>Start at {@link Findings}.
 */
@NullMarked
package org.trainingaudit.finding;

import org.jspecify.annotations.NullMarked;
