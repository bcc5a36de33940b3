/**
 * Many rows at once into a table, by the quickest way that the database has.
 *
 * <p>Start at {@link BulkInsert#of}.
 */
@NullMarked
package org.trainingaudit.bulk;

import org.jspecify.annotations.NullMarked;
