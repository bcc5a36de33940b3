package org.trainingaudit.regime;

import java.time.LocalDate;

/**
 * A regime that can't be judged on a date, because one of its steps should have come and nobody has said when it did.
 *
 * @param regime the regime's id
 * @param step the step's name in it
 * @param latest the last day on which the step could come
 * @param asOf the date on which the law was to be read
 */
public record Refusal(String regime, String step, LocalDate latest, LocalDate asOf) {

    /** What is wrong and how to mend it, in a line. */
    public String message() {
        return "regime '" + regime + "' can't be judged as of " + asOf + ": step '" + step
                + "' had to come by " + latest + " and has no date; set 'date' of steps." + step + " in regimes/"
                + regime
                + ".yaml, or assume one with --assume " + regime + "." + step + "=DATE";
    }
}
