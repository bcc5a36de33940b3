/**
 * Evidence bundles: what an auditor takes away to check a run's reports without us.
 *
 * <p>{@link BundleZip#unpack} opens a bundle that somebody else may have made.
 */
@NullMarked
package org.trainingaudit.bundle;

import org.jspecify.annotations.NullMarked;
