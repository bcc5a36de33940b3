package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a judgement depends on beside the facts.
 *
 * @param asOf the calendar date on which the law is read, by each regime in its own zone
 * @param assumedSteps dates to try for steps, by {@code regime.step}; what rests on them is provisional
 * @param unconfirmed what unconfirmed law may say
 * @param previews whether a regime that is to be shown in preview is judged as if begun; where not, what hasn't begun is
 *     at most not yet applicable, as in any other regime
 */
public record JudgeOptions(
        LocalDate asOf, Map<String, LocalDate> assumedSteps, Unconfirmed unconfirmed, boolean previews) {

    public JudgeOptions {
        assumedSteps = Map.copyOf(assumedSteps);
    }

    /** With previews shown. */
    public JudgeOptions(LocalDate asOf, Map<String, LocalDate> assumedSteps, Unconfirmed unconfirmed) {
        this(asOf, assumedSteps, unconfirmed, true);
    }

    /** The same on another date. */
    public JudgeOptions on(LocalDate day) {
        return new JudgeOptions(day, assumedSteps, unconfirmed, previews);
    }

    /** The same without previews: only what is law on the day counts. */
    public JudgeOptions withoutPreviews() {
        return new JudgeOptions(asOf, assumedSteps, unconfirmed, false);
    }

    /** The law as it stands on that day, with nothing assumed and unconfirmed law capped. */
    public static JudgeOptions asOf(LocalDate day) {
        return new JudgeOptions(day, Map.of(), Unconfirmed.CAP);
    }
}
