/**
 * Uses of datasets in AI training, and the facts that are known of each.
 *
 * <p>Start at {@link Use} and its {@link Facts}; which facts there are, and of what type, says {@link FactCatalogue}.
 * Declared uses come from {@link Registers}, uses to be judged at once from {@link UseLines}; {@link Reconciliation} lays
 * them beside what the scan saw and sets the facts that the program derives. {@link UseJson} is their form in the trail.
 * How the forms of input are parsed is private to this package: each becomes drafts, and one reader turns drafts into
 * uses, so that every form is checked by the same rules.
 */
@NullMarked
package org.trainingaudit.use;

import org.jspecify.annotations.NullMarked;
