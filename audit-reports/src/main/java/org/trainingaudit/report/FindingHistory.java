package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.Optional;
import org.trainingaudit.report.Recorded.OfFinding;

/** A finding over the nights: opened, perhaps closed, perhaps opened again. */
final class FindingHistory {

    private Optional<OfFinding> last = Optional.empty();
    private Optional<LocalDate> openedOn = Optional.empty();
    private Optional<LocalDate> reopenedOn = Optional.empty();
    private Optional<LocalDate> closedOn = Optional.empty();
    private String openedBy = "";
    private String supersedes = "";
    private int reopened;
    private boolean isReopening;

    /** What an entry says, and the business date on which it was said. */
    void add(OfFinding said, Optional<LocalDate> day) {
        boolean wasOpen = last.map(OfFinding::open).orElse(false);
        if (said.open() && (!wasOpen || said.reopened())) {
            opened(said, day);
        } else if (!said.open()) {
            closedOn = day;
        }
        if (!said.supersedes().isEmpty()) {
            supersedes = said.supersedes();
        }
        last = Optional.of(said);
    }

    private void opened(OfFinding said, Optional<LocalDate> day) {
        if (last.isEmpty()) {
            openedOn = day;
        } else {
            reopened++;
            reopenedOn = day;
        }
        closedOn = Optional.empty();
        isReopening = last.isPresent();
        openedBy = said.run();
    }

    /** The last that was said of it. */
    OfFinding last() {
        return last.orElseThrow();
    }

    boolean isOpen() {
        return last().open();
    }

    /** Whether that run opened or reopened it. */
    boolean isOpenedBy(String run) {
        return isOpen() && openedBy.equals(run);
    }

    /** Whether that run opened again what was known before. */
    boolean isReopenedBy(String run) {
        return isReopening && isOpenedBy(run);
    }

    /** Whether that run closed it. */
    boolean isClosedBy(String run) {
        return !isOpen() && last().run().equals(run);
    }

    /** The finding that it goes on from; empty where there is none. */
    String supersedes() {
        return supersedes;
    }

    Optional<LocalDate> openedOn() {
        return openedOn;
    }

    Optional<LocalDate> reopenedOn() {
        return reopenedOn;
    }

    Optional<LocalDate> closedOn() {
        return closedOn;
    }

    int reopened() {
        return reopened;
    }
}
