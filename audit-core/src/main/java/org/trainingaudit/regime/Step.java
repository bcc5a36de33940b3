package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Names;

/**
 * A dated point of a regime at which rules start or end.
 *
 * @param id its name in the regime
 * @param date the first day on which what it starts applies; empty while nobody has fixed it
 * @param certainty how sure the date is
 * @param latest the last day on which it can come, where the law says so
 * @param revision the law's text that it brings, as the authority names it
 * @param note what it brings, in words
 * @param observed what was believed of it and when, oldest first
 */
public record Step(
        String id,
        Optional<LocalDate> date,
        Certainty certainty,
        Optional<LocalDate> latest,
        Optional<String> revision,
        Optional<Names> note,
        List<Observation> observed) {

    public Step {
        observed = List.copyOf(observed);
    }

    /** Whether its date stands: law, or set by the operator when the order was published. */
    public boolean isFixed() {
        return date.isPresent() && (certainty == Certainty.FIXED || certainty == Certainty.BY_ORDER);
    }

    /** The step as it was believed to be on a day; as it is where none is given. See {@link #believedOn}. */
    public Step believed(Optional<LocalDate> day) {
        return day.map(this::believedOn).orElse(this);
    }

    /**
     * The step as it was believed to be on a day, by its observations: the last one up to that day, and nothing at all
     * before the first. A step without observations was never believed to be anything else.
     */
    Step believedOn(LocalDate day) {
        if (observed.isEmpty()) {
            return this;
        }
        List<Observation> then =
                observed.stream().filter(each -> !each.on().isAfter(day)).toList();
        if (then.isEmpty()) {
            return new Step(id, Optional.empty(), Certainty.UNKNOWN, Optional.empty(), revision, note, then);
        }
        Observation last = then.get(then.size() - 1);
        Certainty sure = last.certainty().orElse(last.date().isPresent() ? Certainty.FIXED : Certainty.UNKNOWN);
        return new Step(id, last.date(), sure, last.latest(), revision, note, then);
    }

    /**
     * What was believed of a step.
     *
     * @param on the day on which it was read
     * @param date the date that was given, if one was
     * @param latest the last possible day that was given, if one was
     * @param certainty how sure it was called, if that was said
     * @param source where it was read
     */
    public record Observation(
            LocalDate on,
            Optional<LocalDate> date,
            Optional<LocalDate> latest,
            Optional<Certainty> certainty,
            String source) {}
}
