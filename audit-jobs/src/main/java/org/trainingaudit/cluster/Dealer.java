package org.trainingaudit.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.cluster.Claims.Seen;
import org.trainingaudit.cluster.Claims.State;
import org.trainingaudit.cluster.Claims.View;

/**
 * Decides what a manager does next, from what it has seen so far: offer a share, offer it again, give it up, or be done. Asks
 * nobody and does nothing itself. Time is how long this process has been up, so no clock of another machine counts: a worker
 * is silent when its number has stood still for that long while we looked.
 */
final class Dealer {

    /** An offer that nobody has taken is made again after this share of the silence, and then each time after twice as long. */
    private static final int REPEATED_WITHIN = 3;

    private static final int DOUBLED_AT_MOST = 16;

    /**
     * How patient it is.
     *
     * @param silence after which a worker counts as dead
     * @param patience after which a step fails on which nothing moves any more
     * @param turns how often a share may be taken before it counts as one that kills its workers
     */
    record Limits(Duration silence, Duration patience, int turns) {}

    /**
     * A turn of a share that is to be offered.
     *
     * @param except who isn't to get it, having left it to others before
     * @param lastResort whether nobody else is there, so that anybody may have it
     */
    record Deal(long share, long turn, Set<String> except, boolean lastResort) {}

    /** A share that is given up at that turn. */
    record End(long share, long turn, boolean failed) {}

    /**
     * What to do now.
     *
     * @param over whether there is nothing left to wait for
     */
    record Plan(List<Deal> deals, List<End> ends, boolean over) {}

    private static final class Memory {
        private Optional<Seen> seen = Optional.empty();
        private Duration since = Duration.ZERO;
        private Optional<Duration> offered = Optional.empty();
        private long times = 1;
        private final Set<String> leavers = new TreeSet<>();
        private long left;
        private Optional<Duration> untaken = Optional.empty();
        private boolean toAnybody;

        private boolean moves(Seen now, Duration at) {
            boolean same = seen.filter(now::equals).isPresent();
            if (seen.filter(before -> before.turn() == now.turn() && before.state() == now.state())
                    .isEmpty()) {
                forgetOffer();
                toAnybody = false;
                note(now);
            }
            if (!same) {
                seen = Optional.of(now);
                since = at;
            }
            return !same;
        }

        private void note(Seen now) {
            if (now.state() == State.LEFT_TO_OTHERS) {
                leavers.add(now.holder());
                left++;
            }
        }

        /**
         * Where all who work have come to rest, and for a while nobody has taken what some have left, nobody else is there:
         * whoever takes it now records as skipped what isn't right on its machine.
         */
        private void rest(boolean atRest, Duration now, Duration silence) {
            untaken = leavers.isEmpty() || !atRest ? Optional.empty() : untaken.or(() -> Optional.of(now));
            if (!toAnybody
                    && untaken.filter(since -> now.minus(since).compareTo(silence) >= 0)
                            .isPresent()) {
                toAnybody = true;
                forgetOffer();
            }
        }

        private Deal deal(Seen now) {
            return new Deal(now.share(), now.turn() + 1, toAnybody ? Set.of() : Set.copyOf(leavers), toAnybody);
        }

        private void forgetOffer() {
            offered = Optional.empty();
            untaken = Optional.empty();
            times = 1;
        }
    }

    private final Limits limits;
    private final Map<Long, Memory> memories = new HashMap<>();
    private Optional<Duration> moved = Optional.empty();

    Dealer(Limits limits) {
        this.limits = limits;
    }

    /** Forgets what was offered: the broker may have lost it. */
    void offerAnew() {
        memories.values().forEach(Memory::forgetOffer);
    }

    /** What to do, seeing that at that moment. */
    Plan plan(View view, Duration now) {
        boolean moving = false;
        for (Seen seen : view.shares()) {
            moving |= memory(seen).moves(seen, now);
        }
        if (moving || moved.isEmpty()) {
            moved = Optional.of(now);
        }
        boolean stuck = now.minus(moved.get()).compareTo(limits.patience) >= 0;
        boolean atRest = view.shares().stream().allMatch(seen -> isFree(seen, now));
        List<Deal> deals = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        for (Seen seen : view.shares()) {
            if (!isSettled(seen, view)) {
                memory(seen).rest(atRest, now, limits.silence);
                settle(seen, view.stopping(), stuck, now, deals, ends);
            }
        }
        boolean over = view.shares().stream().allMatch(seen -> isSettled(seen, view));
        return new Plan(List.copyOf(deals), List.copyOf(ends), over);
    }

    private Memory memory(Seen seen) {
        return memories.computeIfAbsent(seen.share(), share -> new Memory());
    }

    private static boolean isSettled(Seen seen, View view) {
        return seen.state() == State.DONE
                || seen.state() == State.FAILED
                || (view.stopping() && isGivenBack(seen.state()));
    }

    private void settle(Seen seen, boolean stopping, boolean stuck, Duration now, List<Deal> deals, List<End> ends) {
        boolean free = isFree(seen, now);
        boolean hopeless = stuck || seen.turn() - memory(seen).left >= limits.turns;
        if (stuck || (free && stopping)) {
            ends.add(new End(seen.share(), seen.turn(), !stopping));
        } else if (free && hopeless) {
            ends.add(new End(seen.share(), seen.turn(), true));
        } else if (free && isDue(seen, now)) {
            deals.add(memory(seen).deal(seen));
        }
    }

    private static boolean isGivenBack(State state) {
        return state == State.GIVEN_BACK || state == State.LEFT_TO_OTHERS;
    }

    private boolean isFree(Seen seen, Duration now) {
        return seen.state() != State.TAKEN || isSilent(seen, now);
    }

    private boolean isSilent(Seen seen, Duration now) {
        return now.minus(memory(seen).since).compareTo(limits.silence) >= 0;
    }

    private boolean isDue(Seen seen, Duration now) {
        Memory memory = memory(seen);
        Duration pause = limits.silence.multipliedBy(memory.times).dividedBy(REPEATED_WITHIN);
        boolean due =
                memory.offered.filter(at -> now.minus(at).compareTo(pause) < 0).isEmpty();
        if (due) {
            memory.times = memory.offered.isPresent() ? Math.min(DOUBLED_AT_MOST, 2 * memory.times) : 1;
            memory.offered = Optional.of(now);
        }
        return due;
    }
}
