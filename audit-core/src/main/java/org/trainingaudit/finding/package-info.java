/**
 * Violations followed over time: opened when a regime says violation of a use, closed when it no longer does.
 *
 * <p>Start at {@link Findings}.
 */
@NullMarked
package org.trainingaudit.finding;

import org.jspecify.annotations.NullMarked;
