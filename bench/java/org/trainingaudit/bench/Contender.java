package org.trainingaudit.bench;

import java.util.function.LongSupplier;

/**
 * One way to do the work.
 *
 * @param name as it stands in the table
 * @param units what one call of the work does, in the run's unit (decisions, megabytes, rows)
 * @param work does it once and answers with what it found (matches, rows, a checksum), so that nothing is optimised
 *     away and answers can be compared
 */
public record Contender(String name, double units, LongSupplier work) {}
