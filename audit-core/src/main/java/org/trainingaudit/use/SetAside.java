package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;
import org.trainingaudit.config.Written;

/**
 * A statement that is kept and doesn't count.
 *
 * @param fact what was stated
 * @param why why it doesn't count
 * @param told the same for people, on one line
 */
public record SetAside(Fact fact, Why why, String told) {

    /** Why a statement doesn't count. */
    public enum Why {
        /** A later one took its place. */
        REPLACED,
        /** It begins after the day asked for. */
        NOT_YET,
        /** It was recorded after the day on which something was to be known, or nobody can say when. */
        KNOWN_LATER,
        /** Its last day has passed. */
        EXPIRED,
        /** Who vouched for it took it back. */
        WITHDRAWN,
        /** Something that was seen speaks against it. */
        CONTRADICTED;

        /** As files write it. */
        public String word() {
            return Written.of(this);
        }
    }

    /** Whether the fact counts as unknown because of it, rather than as if nobody had stated it. */
    public boolean makesUnknown() {
        return why == Why.CONTRADICTED
                || (why == Why.EXPIRED && fact.attestation().isPresent());
    }

    static SetAside replaced(Fact fact) {
        return new SetAside(fact, Why.REPLACED, "replaced by a later statement");
    }

    static SetAside notYet(Fact fact) {
        return new SetAside(fact, Why.NOT_YET, who(fact) + ", begins only on " + day(fact.since()));
    }

    static SetAside knownLater(Fact fact) {
        String when = fact.recorded().map(day -> "recorded on " + day).orElse("nobody wrote down when it was recorded");
        return new SetAside(fact, Why.KNOWN_LATER, who(fact) + ", later knowledge: " + when);
    }

    static SetAside expired(Fact fact) {
        String told = fact.voucher().orElse(who(fact) + " until " + day(fact.until()));
        return new SetAside(fact, Why.EXPIRED, told + ", expired");
    }

    static SetAside withdrawn(Fact fact) {
        String day = fact.attestation()
                .flatMap(Attestation::withdrawn)
                .map(LocalDate::toString)
                .orElse("");
        return new SetAside(fact, Why.WITHDRAWN, who(fact) + ", withdrawn on " + day);
    }

    static SetAside contradicted(Fact fact, String evidence) {
        return new SetAside(fact, Why.CONTRADICTED, who(fact) + ", contradicted by " + evidence);
    }

    private static String who(Fact fact) {
        return fact.voucher().orElse("stated by " + fact.origin());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("an unknown day");
    }
}
