/**
 * Pages of long lists by key, each read from an index and only as far as it is shown.
 *
 * <p>Start at {@link Lanes}.
 */
@NullMarked
package org.trainingaudit.paging;

import org.jspecify.annotations.NullMarked;
