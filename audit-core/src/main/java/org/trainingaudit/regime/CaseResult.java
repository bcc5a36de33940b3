package org.trainingaudit.regime;

import java.util.List;
import org.trainingaudit.config.Location;

/**
 * What came of one case.
 *
 * @param regime the regime that the case is about
 * @param note what the case shows, in its author's words
 * @param at where it's written
 * @param wanted what it wants and didn't get, one line each; empty where it passed
 * @param got what was said instead, in the same order
 */
public record CaseResult(String regime, String note, Location at, List<String> wanted, List<String> got) {

    public CaseResult {
        wanted = List.copyOf(wanted);
        got = List.copyOf(got);
    }

    /** Whether all that it wants was said. */
    public boolean passed() {
        return wanted.isEmpty();
    }

    /** The case as a person reads it who has to mend the rule or the case. */
    public String text() {
        StringBuilder text = new StringBuilder(at + ": " + (passed() ? "passed: " : "FAILED: ") + note);
        for (int i = 0; i < wanted.size(); i++) {
            text.append("\n   wanted ")
                    .append(wanted.get(i))
                    .append("\n      got ")
                    .append(got.get(i));
        }
        return text.toString();
    }
}
