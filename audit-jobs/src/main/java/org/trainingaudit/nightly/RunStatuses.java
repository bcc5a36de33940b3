package org.trainingaudit.nightly;

import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;

/**
 * How a run ends: whole only when every detector finds its own example, every dataset was read, every register reached its
 * end and every regime was judged.
 */
@Component
class RunStatuses {

    private final Runs runs;
    private final DatasetRows datasets;
    private final Judges judges;
    private final Configuration setup;

    RunStatuses(Runs runs, DatasetRows datasets, Judges judges, Configuration setup) {
        this.runs = runs;
        this.datasets = datasets;
        this.judges = judges;
        this.setup = setup;
    }

    RunStatus of(Run run) {
        boolean whole = setup.detectors().blind().isEmpty()
                && datasets.count(run, DatasetResult.Status.SKIPPED) == 0
                && runs.hasWholeRegisters(run)
                && judges.refused(run).isEmpty();
        return whole ? RunStatus.COMPLETE : RunStatus.INCOMPLETE;
    }
}
