/**
 * Where datasets are, and reading them row by row with nothing lost in silence.
 */
@NullMarked
package org.trainingaudit.dataset;

import org.jspecify.annotations.NullMarked;
