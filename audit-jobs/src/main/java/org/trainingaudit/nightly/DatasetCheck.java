package org.trainingaudit.nightly;

import java.util.Optional;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Refusal;

/** Whether a dataset is still what a run is about, for a process that may see another one than who prepared the run. */
public interface DatasetCheck {

    /**
     * Why it isn't to be read, if it isn't.
     *
     * @param dataset as this process sees it; nothing where its source doesn't list it here
     * @param fingerprint what it had when the run was prepared
     */
    Optional<Refusal> refusal(Optional<Dataset> dataset, String fingerprint);

    /**
     * Whether another process may still do what this one can't of that share.
     *
     * @param share its step in the job repository
     */
    boolean mayLeave(long share);
}
