package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.operate.OperationRefused.Reason;
import org.trainingaudit.report.NightSummary;
import org.trainingaudit.trail.Trail;

/** What runs came to, from the published trail. */
@Component
public class RunResults {

    private final Summaries summaries;
    private final Findings findings;
    private final Trail trail;

    RunResults(Summaries summaries, Findings findings, Trail trail) {
        this.summaries = summaries;
        this.findings = findings;
        this.trail = trail;
    }

    /**
     * The result of a run.
     *
     * @throws OperationRefused where it isn't over, or was given up
     */
    public RunResult of(Run run) {
        if (run.status() == RunStatus.OPEN || run.status() == RunStatus.ABANDONED) {
            throw new OperationRefused(Reason.STATE, run.key() + " has no result; it isn't over, or was given up");
        }
        try {
            NightSummary summary = summaries.of(run);
            long adverse = run.counts() ? findings.countAdverse(run.businessDate()) : summary.violations();
            return new RunResult(
                    run.status().word(),
                    summary,
                    adverse,
                    trail.vkey().toString(),
                    trail.witnesses().stream()
                            .map(answer -> answer.witness() + ": " + answer.message())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the result of " + run.key() + " can't be read", e);
        }
    }
}
