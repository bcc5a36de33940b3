package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a judgement depends on beside the facts.
 *
 * @param asOf the calendar date on which the law is read, by each regime in its own zone
 * @param assumedSteps dates to try for steps, by {@code regime.step}; what rests on them is provisional
 * @param unconfirmed what unconfirmed law may say
 */
public record JudgeOptions(LocalDate asOf, Map<String, LocalDate> assumedSteps, Unconfirmed unconfirmed) {

    public JudgeOptions {
        assumedSteps = Map.copyOf(assumedSteps);
    }

    /** The law as it stands on that day, with nothing assumed and unconfirmed law capped. */
    public static JudgeOptions asOf(LocalDate day) {
        return new JudgeOptions(day, Map.of(), Unconfirmed.CAP);
    }
}
