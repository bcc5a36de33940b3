/**
 * Everything that was configured, loaded together and checked as a whole.
 *
 * <p>Start at {@link Configuration#load}; where the program reads and writes is in {@link Places}.
 */
@NullMarked
package org.trainingaudit.setup;

import org.jspecify.annotations.NullMarked;
