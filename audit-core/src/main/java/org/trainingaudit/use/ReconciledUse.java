package org.trainingaudit.use;

import java.util.List;

/**
 * A use after what is declared of it was laid beside what was seen.
 *
 * @param use the use with its facts as they count from now on
 * @param weakScan whether too little was seen for the use to be called compliant
 * @param weakReason why, in one sentence; empty where the scan is not weak
 * @param contradictions where the two differ, by {@link Contradiction#what()}
 */
public record ReconciledUse(Use use, boolean weakScan, String weakReason, List<Contradiction> contradictions) {
    public ReconciledUse {
        contradictions = List.copyOf(contradictions);
    }
}
