/**
 * What pages and API show of runs, uses, verdicts, datasets and reports, folded from the published trail.
 *
 * <p>Start at {@link Projection}, which brings the tables up to date; the other public classes ask them. Nothing here is a
 * record: the tables can be emptied and folded again, and then say the same.
 */
@NullMarked
package org.trainingaudit.view;

import org.jspecify.annotations.NullMarked;
