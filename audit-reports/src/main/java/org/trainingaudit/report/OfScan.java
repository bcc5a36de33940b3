package org.trainingaudit.report;

import java.util.List;
import java.util.OptionalLong;
import org.trainingaudit.use.Checklist.Seen;

/** How the reading of a dataset began or ended. */
record OfScan(
        String run,
        String ref,
        String dataset,
        Stage stage,
        String fingerprint,
        String reason,
        OptionalLong expected,
        OptionalLong read,
        OptionalLong classified,
        OptionalLong rejected,
        OptionalLong filtered,
        boolean sampled,
        boolean whole,
        List<String> blind,
        List<Seen> grains)
        implements Recorded {

    /** How far the reading came. */
    enum Stage {
        OPENED,
        SKIPPED,
        READ
    }

    /** Whether the rows that were read are all accounted for; said only of a reading that came to its end. */
    boolean addsUp() {
        return read.isPresent()
                && read.getAsLong() == classified.orElse(-1) + rejected.orElse(-1) + filtered.orElse(-1);
    }

    /** Whether every row was read and classified, though not by every detector. */
    boolean onlyBlind() {
        return !blind.isEmpty() && !sampled && rejected.orElse(1) == 0;
    }

    /** Whether every row was read and classified, or left out on purpose, and the counts say so too. */
    boolean complete() {
        return stage == Stage.READ
                && whole
                && rejected.orElse(1) == 0
                && read.isPresent()
                && read.getAsLong() == classified.orElse(-1) + filtered.orElse(-1);
    }
}
