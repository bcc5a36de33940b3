package org.trainingaudit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingaudit.cluster.Claims.Seen;
import org.trainingaudit.cluster.Claims.State;
import org.trainingaudit.cluster.Claims.View;
import org.trainingaudit.cluster.Dealer.Deal;
import org.trainingaudit.cluster.Dealer.End;
import org.trainingaudit.cluster.Dealer.Plan;

class DealerTest {

    private static final int SILENCE = 30;
    private static final int PATIENCE = 600;
    private static final int TURNS = 3;

    private final Dealer dealer =
            new Dealer(new Dealer.Limits(Duration.ofSeconds(SILENCE), Duration.ofSeconds(PATIENCE), TURNS));

    private Plan at(int second, Seen... shares) {
        return dealer.plan(new View(List.of(shares), false), Duration.ofSeconds(second));
    }

    private Plan stopping(int second, Seen... shares) {
        return dealer.plan(new View(List.of(shares), true), Duration.ofSeconds(second));
    }

    private static Seen share(State state, long turn, long beat) {
        return new Seen(7, state, turn, beat, 0, state == State.WAITING ? "" : "a");
    }

    private static Deal deal(long turn) {
        return new Deal(7, turn, Set.of(), false);
    }

    private static Seen left(long turn, String by) {
        return new Seen(7, State.LEFT_TO_OTHERS, turn, 0, 0, by);
    }

    @Test
    void offersWhatOneHasLeftToAllOthers() {
        at(0, share(State.TAKEN, 1, 1));
        assertThat(at(1, left(1, "a")).deals()).containsExactly(new Deal(7, 2, Set.of("a"), false));
        at(2, new Seen(7, State.TAKEN, 2, 1, 0, "b"));
        assertThat(at(3, left(2, "b")).deals()).containsExactly(new Deal(7, 3, Set.of("a", "b"), false));
    }

    @Test
    void offersItToAnybodyOnceNobodyElseHasTakenItForAsLongAsTheSilence() {
        at(0, left(1, "a"));
        assertThat(at(SILENCE - 1, left(1, "a")).deals()).allMatch(deal -> !deal.lastResort());
        assertThat(at(SILENCE, left(1, "a")).deals()).containsExactly(new Deal(7, 2, Set.of(), true));
        // Whoever took it knew better; should it leave it all the same, the others come first again.
        assertThat(at(SILENCE + 1, left(2, "b")).deals()).containsExactly(new Deal(7, 3, Set.of("a", "b"), false));
    }

    @Test
    void waitsForOthersAsLongAsTheyWork() {
        for (int second = 0; second < 10 * SILENCE; second += SILENCE - 1) {
            assertThat(at(second, left(1, "a"), new Seen(8, State.TAKEN, 1, second, 0, "b"))
                            .deals())
                    .allMatch(deal -> !deal.lastResort());
        }
    }

    @Test
    void takesNoLeavingForADeath() {
        for (int turn = 1; turn <= 3 * TURNS; turn++) {
            assertThat(at(turn, left(turn, "worker " + turn)).ends()).isEmpty();
        }
    }

    @Test
    void offersAShareAgainAndAgainAfterEverLongerPauses() {
        Seen waiting = share(State.WAITING, 0, 0);
        assertThat(at(0, waiting).deals()).containsExactly(deal(1));
        assertThat(at(9, waiting).deals()).isEmpty();
        assertThat(at(10, waiting).deals()).containsExactly(deal(1));
        assertThat(at(29, waiting).deals()).isEmpty();
        assertThat(at(30, waiting).deals()).containsExactly(deal(1));
        assertThat(at(69, waiting).deals()).isEmpty();
        assertThat(at(70, waiting).deals()).hasSize(1);
    }

    @Test
    void offersEverythingAnewOnceTheBrokerIsBack() {
        Seen waiting = share(State.WAITING, 0, 0);
        at(0, waiting);
        dealer.offerAnew();
        assertThat(at(1, waiting).deals()).hasSize(1);
    }

    @Test
    void leavesAShareToAWorkerThatLives() {
        for (int second = 0; second < 10 * PATIENCE; second += SILENCE - 1) {
            Plan plan = at(second, share(State.TAKEN, 1, second));
            assertThat(plan).isEqualTo(new Plan(List.of(), List.of(), false));
        }
    }

    @Test
    void offersTheNextTurnOfAShareWhoseWorkerIsSilentOrHasGivenItBack() {
        at(0, share(State.TAKEN, 1, 5));
        assertThat(at(SILENCE - 1, share(State.TAKEN, 1, 5)).deals()).isEmpty();
        assertThat(at(SILENCE, share(State.TAKEN, 1, 5)).deals()).containsExactly(deal(2));
        assertThat(at(SILENCE + 1, share(State.GIVEN_BACK, 1, 5)).deals()).containsExactly(deal(2));
    }

    @Test
    void givesUpAShareThatKillsItsWorkers() {
        at(0, share(State.TAKEN, TURNS, 5));
        Plan plan = at(SILENCE, share(State.TAKEN, TURNS, 5));
        assertThat(plan.deals()).isEmpty();
        assertThat(plan.ends()).containsExactly(new End(7, TURNS, true));
        assertThat(at(SILENCE + 1, share(State.FAILED, TURNS + 1, 5)).over()).isTrue();
    }

    @Test
    void givesUpWhatNobodyTakes() {
        Seen waiting = share(State.WAITING, 0, 0);
        at(0, waiting);
        assertThat(at(PATIENCE - 1, waiting).ends()).isEmpty();
        assertThat(at(PATIENCE, waiting).ends()).containsExactly(new End(7, 0, true));
    }

    @Test
    void isPatientAsLongAsAnyShareMoves() {
        Seen waiting = share(State.WAITING, 0, 0);
        for (int second = 0; second < 10 * PATIENCE; second += PATIENCE - 1) {
            assertThat(at(second, waiting, new Seen(8, State.TAKEN, 1, second, 0, "b"))
                            .ends())
                    .isEmpty();
        }
    }

    @Test
    void stopsWithThoseThatWorkAndTakesAwayWhatNobodyHas() {
        Plan plan = stopping(0, share(State.WAITING, 0, 0), new Seen(8, State.TAKEN, 1, 1, 0, "b"));
        assertThat(plan.ends()).containsExactly(new End(7, 0, false));
        assertThat(plan.deals()).isEmpty();
        assertThat(plan.over()).isFalse();
        assertThat(stopping(1, share(State.GIVEN_BACK, 1, 0), new Seen(8, State.GIVEN_BACK, 1, 1, 0, "b"))
                        .over())
                .isTrue();
    }

    @Test
    void stopsWithoutAWorkerThatIsSilent() {
        stopping(0, share(State.TAKEN, 1, 1));
        assertThat(stopping(SILENCE, share(State.TAKEN, 1, 1)).ends()).containsExactly(new End(7, 1, false));
    }

    @Test
    void waitsForNothingWhereNothingIsLeft() {
        assertThat(at(0).over()).isTrue();
        assertThat(at(0, share(State.DONE, 1, 1)).over()).isTrue();
    }
}
