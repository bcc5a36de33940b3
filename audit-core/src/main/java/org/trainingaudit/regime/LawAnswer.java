package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;

/**
 * What e-Gov answered when it was asked for the revisions of a law ({@code law_revisions/<law id>}).
 *
 * @param lawId the law's id
 * @param updated the newest day on which one of the rows was changed
 * @param revisions the rows in the answer's order
 */
public record LawAnswer(String lawId, LocalDate updated, List<Revision> revisions) {

    public LawAnswer {
        revisions = List.copyOf(revisions);
    }

    /** The answer in a file; nothing, and every fault with its place, where it holds none. */
    public static Optional<LawAnswer> read(ConfigFile file, Faults faults) {
        return new LawAnswerReader(file, faults).read();
    }

    /**
     * One text of the law: what an amending law made of it on a day.
     *
     * @param id the row's id, {@code <law>_<yyyymmdd>_<amending law>}; a date alone is no key
     * @param amendingLaw the amending law's id
     * @param promulgated the day on which the amending law was promulgated
     * @param enforced the day from which the text holds; where that day isn't fixed, a placeholder: the last possible one
     * @param scheduled the last possible day, stated only while the day isn't fixed
     * @param condition on what the day depends, in the authority's words; stated only while it isn't fixed
     */
    public record Revision(
            String id,
            String amendingLaw,
            LocalDate promulgated,
            LocalDate enforced,
            Optional<LocalDate> scheduled,
            Optional<String> condition) {

        /** Whether the day stands: the row says neither what it waits for nor that it's the last possible one. */
        public boolean isFixed() {
            return scheduled.isEmpty() && condition.isEmpty();
        }
    }
}
