package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A step's start on the calendar, as days since 1970.
 *
 * @param before an event before it certainly comes before the step
 * @param from an event from it on certainly doesn't
 */
record StepDays(long before, long from) {

    /** As if the step had always been there. */
    static final StepDays ALWAYS = new StepDays(Long.MIN_VALUE, Long.MIN_VALUE);

    static StepDays on(LocalDate date) {
        return new StepDays(date.toEpochDay(), date.toEpochDay());
    }

    /** It hasn't come before that day, and comes on the latest day if nobody fixes another. */
    static StepDays between(LocalDate earliest, Optional<LocalDate> latest) {
        long first = earliest.toEpochDay();
        return new StepDays(
                first, Math.max(first, latest.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)));
    }
}
