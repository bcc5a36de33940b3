/**
 * What is said where a file can't be written: which one, why, how much room there is, and how to go on;
 * and what is done with whole folders.
 *
 * <p>Start at {@link org.trainingaudit.disk.DiskFault}. The trail, the reports and what a night puts aside all write through it.
 */
@NullMarked
package org.trainingaudit.disk;

import org.jspecify.annotations.NullMarked;
