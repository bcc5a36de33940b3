/**
 * Evidence bundles: what an auditor takes away to check a run's reports without us.
 *
 * <p>Start at {@link EvidenceBundle#of}, which gathers the trail, the run's reports, its configuration and the proofs; write
 * it as a folder or as one zip. {@link EvidenceFolder#open} opens one that somebody else may have made, and writes its reports
 * again.
 */
@NullMarked
package org.trainingaudit.bundle;

import org.jspecify.annotations.NullMarked;
