package org.trainingaudit.nightly;

import org.trainingaudit.dataset.Dataset;

/** Makes sure, before a dataset is read for a run, that it is what the run is about; one where it may not be so has one. */
@FunctionalInterface
public interface DatasetCheck {

    /**
     * Looks.
     *
     * @param fingerprint the dataset's when the run was prepared
     * @throws IllegalStateException where it has another one here
     */
    void require(Dataset dataset, String fingerprint);
}
