/**
 * On whose platform a use depends: where it ran, who runs that, who owns them, and whose law can reach them.
 *
 * <p>Start at {@link Providers#load}; {@link Providers#dependence} says it of one use, {@link Providers#facts} what the
 * catalogue adds to what is stated of a use.
 */
@NullMarked
package org.trainingaudit.provider;

import org.jspecify.annotations.NullMarked;
