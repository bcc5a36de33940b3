/**
 * The common harness of all benchmarks: contenders that do the same work, measured in turns in one run. Start at
 * {@link org.trainingaudit.bench.Paired}.
 */
@NullMarked
package org.trainingaudit.bench;

import org.jspecify.annotations.NullMarked;
