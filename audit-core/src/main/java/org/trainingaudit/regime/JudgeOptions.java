package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a judgement depends on beside the facts.
 *
 * @param asOf the calendar date on which the law is read, by each regime in its own zone
 * @param assumedSteps dates to try for steps, by {@code regime.step}; what rests on them is provisional
 * @param unconfirmed what unconfirmed law may say
 * @param knownAt the last day on which the law's dates may have been learnt; all that is known counts where it isn't given
 * @param previews whether a regime that is to be shown in preview is judged as if begun; where not, what hasn't begun is
 *     at most not yet applicable, as in any other regime
 */
public record JudgeOptions(
        LocalDate asOf,
        Map<String, LocalDate> assumedSteps,
        Unconfirmed unconfirmed,
        Optional<LocalDate> knownAt,
        boolean previews) {

    public JudgeOptions {
        assumedSteps = Map.copyOf(assumedSteps);
    }

    /** With previews shown. */
    public JudgeOptions(LocalDate asOf, Map<String, LocalDate> assumedSteps, Unconfirmed unconfirmed) {
        this(asOf, assumedSteps, unconfirmed, Optional.empty(), true);
    }

    /** The same on another date. */
    public JudgeOptions on(LocalDate day) {
        return new JudgeOptions(day, assumedSteps, unconfirmed, knownAt, previews);
    }

    /** The same without previews: only what is law on the day counts. */
    public JudgeOptions withoutPreviews() {
        return new JudgeOptions(asOf, assumedSteps, unconfirmed, knownAt, false);
    }

    /** The same with what was known on a day: a step counts with the date that it was believed to have then. */
    public JudgeOptions knownAt(Optional<LocalDate> day) {
        return new JudgeOptions(asOf, assumedSteps, unconfirmed, day, previews);
    }

    /** The law as it stands on that day, with nothing assumed and unconfirmed law capped. */
    public static JudgeOptions asOf(LocalDate day) {
        return new JudgeOptions(day, Map.of(), Unconfirmed.CAP);
    }
}
