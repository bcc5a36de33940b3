/**
 * Everything that was configured, loaded together and checked as a whole.
 *
 * <p>Start at {@link Configuration#load}; where the program reads and writes is in {@link Places}. There is a public record of
 * settings for each feature that has a block, which says what it must be; how a block is written is private to this package.
 */
@NullMarked
package org.trainingaudit.setup;

import org.jspecify.annotations.NullMarked;
