package org.trainingaudit.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfWaiver;

/** A finding as it stands for a run. */
record FindingLine(FindingHistory history, List<OfWaiver> waivers, Run run) {

    OfFinding last() {
        return history.last();
    }

    /** The waiver that holds on the run's business date, for a finding that is open. */
    Optional<OfWaiver> holding() {
        return waivers.stream()
                .filter(waiver -> history.isOpen() && waiver.holdsOn(run.businessDate()))
                .findFirst();
    }

    /** The waiver that somebody has asked for and nobody has decided on. */
    Optional<OfWaiver> requested() {
        return waivers.stream()
                .filter(waiver -> history.isOpen() && waiver.state().equals("requested"))
                .findFirst();
    }

    /** Whether it is past its day and nothing covers it. */
    boolean overdue() {
        return history.isOpen()
                && holding().isEmpty()
                && last().dueOn()
                        .filter(due -> due.isBefore(run.businessDate()))
                        .isPresent();
    }

    String status() {
        if (!history.isOpen()) {
            return "closed";
        }
        if (holding().isPresent()) {
            return "waived";
        }
        return requested().isPresent() ? "waiver-requested" : "open";
    }

    /** The day on which it was last known to be open, or was closed. */
    Optional<LocalDate> lastOn() {
        return history.isOpen() ? Optional.of(run.businessDate()) : history.closedOn();
    }

    /** Days from its last opening to {@link #lastOn}; none where the trail doesn't have both. */
    OptionalLong daysOpen() {
        Optional<LocalDate> from = history.reopenedOn().or(history::openedOn);
        return from.isPresent() && lastOn().isPresent()
                ? OptionalLong.of(ChronoUnit.DAYS.between(from.get(), lastOn().get()))
                : OptionalLong.empty();
    }
}
