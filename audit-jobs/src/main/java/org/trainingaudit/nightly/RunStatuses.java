package org.trainingaudit.nightly;

import org.springframework.stereotype.Component;

/** How a run ends: whole only when every dataset was read, every register reached its end and every regime was judged. */
@Component
class RunStatuses {

    private final Runs runs;
    private final DatasetRows datasets;
    private final Judges judges;

    RunStatuses(Runs runs, DatasetRows datasets, Judges judges) {
        this.runs = runs;
        this.datasets = datasets;
        this.judges = judges;
    }

    RunStatus of(Run run) {
        boolean whole = datasets.count(run, DatasetResult.Status.SKIPPED) == 0
                && runs.hasWholeRegisters(run)
                && judges.refused(run).isEmpty();
        return whole ? RunStatus.COMPLETE : RunStatus.INCOMPLETE;
    }
}
