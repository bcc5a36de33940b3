package org.trainingaudit.operate;

import java.util.List;
import org.trainingaudit.report.NightSummary;

/**
 * What a run that is over came to.
 *
 * @param state a {@link RunState#word}
 * @param summary its counts
 * @param adverse open violations that no waiver covers, or a trial's violations: what makes a command end with 1
 * @param vkey the log's verifier key
 * @param witnesses how each witness answered last, in words
 */
public record RunResult(String state, NightSummary summary, long adverse, String vkey, List<String> witnesses) {
    public RunResult {
        witnesses = List.copyOf(witnesses);
    }
}
