package org.trainingaudit.cluster;

import java.util.Optional;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Fingerprint;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.nightly.DatasetCheck;

/** Reads the files of a dataset to see that they are those for which the run was prepared; a table has no file. */
final class SameFiles implements DatasetCheck {

    private final LeftShares left;

    SameFiles(LeftShares left) {
        this.left = left;
    }

    @Override
    public boolean mayLeave(long share) {
        return left.mayLeave(share);
    }

    @Override
    public Optional<Refusal> refusal(Optional<Dataset> dataset, String fingerprint) {
        try {
            return dataset.isEmpty() ? Optional.of(notHere()) : refusal(dataset.get(), fingerprint);
        } catch (RefusedException e) {
            return Optional.of(e.refusal());
        }
    }

    private static Optional<Refusal> refusal(Dataset dataset, String fingerprint) {
        boolean same =
                dataset.files().isEmpty() || Fingerprint.of(dataset).sha256().equals(fingerprint);
        return dataset.refusal().or(() -> same ? Optional.empty() : Optional.of(other()));
    }

    private static Refusal notHere() {
        return new Refusal(
                Refusal.Reason.MISSING,
                "its source doesn't have it on this machine, but had it where the run was prepared; give all workers the"
                        + " same files");
    }

    private static Refusal other() {
        return new Refusal(
                Refusal.Reason.REFUSED,
                "on this machine it is another one than where the run was prepared, or it has changed since; give all workers"
                        + " the same files");
    }
}
