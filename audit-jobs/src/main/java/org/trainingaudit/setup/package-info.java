/**
 * Everything that was configured, loaded together and checked as a whole.
 *
 * <p>Start at {@link Configuration#load}; where the program reads and writes is in {@link Places}. Whether a configuration is good,
 * and the cases of its law with it, says {@link Check#of}; a program that keeps running has a {@link LiveConfiguration}, and a
 * command that needs no database takes {@link ConfigurationParts}. There is a public record of
 * settings for each feature that has a block, which says what it must be; how a block is written is private to this package.
 */
@NullMarked
package org.trainingaudit.setup;

import org.jspecify.annotations.NullMarked;
