package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.trainingaudit.config.Written;

/**
 * A request to accept findings for a time, and what became of it.
 *
 * @param id {@code W-1}, {@code W-2}, in the order of asking
 * @param scope the findings that it is for
 * @param reason why they shall be accepted
 * @param requester the account that asks
 * @param requestedOn the business date of the request
 * @param until the last day on which it holds
 * @param decision who approved, refused or withdrew it; empty while nobody has decided
 */
public record Waiver(
        String id,
        State state,
        WaiverScope scope,
        String reason,
        String requester,
        LocalDate requestedOn,
        LocalDate until,
        Optional<Decision> decision) {

    /** How far a waiver has come; time and worse findings end an approved one without a change of this. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        /** As the trail writes it. */
        public String word() {
            return Written.of(this);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What was last decided of a waiver. */
    public record Decision(String actor, LocalDate on, String reason) {}

    /** Whether it is approved and that day is not past its last. */
    public boolean holdsOn(LocalDate day) {
        return state == State.APPROVED && !until.isBefore(day);
    }

    /** How it stands on a day, as people read it: {@code approved}, and {@code expired} after its last day. */
    public String standing(LocalDate day) {
        return state == State.APPROVED && !holdsOn(day) ? "expired" : state.word();
    }

    Waiver decided(State now, Decision decided) {
        return new Waiver(id, now, scope, reason, requester, requestedOn, until, Optional.of(decided));
    }
}
