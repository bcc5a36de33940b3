/**
 * Uses of datasets in AI training, and the facts that are known of each.
 *
 * <p>Start at {@link Use} and its {@link Facts}; which facts there are, and of what type, says {@link FactCatalogue}.
 */
@NullMarked
package org.trainingaudit.use;

import org.jspecify.annotations.NullMarked;
