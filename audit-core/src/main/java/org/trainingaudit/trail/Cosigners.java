package org.trainingaudit.trail;

import java.util.List;

/** Who adds signatures of their own to a checkpoint between signing and publishing. */
@FunctionalInterface
interface Cosigners {

    /** Makes the proof that the checkpoint extends the log of an older size. */
    @FunctionalInterface
    interface Consistency {
        List<Hash> from(long oldSize);
    }

    /** The checkpoint with the signatures that could be had; never fails for one that could not. */
    SignedCheckpoint cosign(SignedCheckpoint signed, Consistency proof);
}
