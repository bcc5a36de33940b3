/**
 * Categories of personal data and their tree.
 *
 * <p>Start at {@link Taxonomy#load}; ask {@link Taxonomy#isUnder} how two categories stand to each other.
 */
@NullMarked
package org.trainingaudit.taxonomy;

import org.jspecify.annotations.NullMarked;
