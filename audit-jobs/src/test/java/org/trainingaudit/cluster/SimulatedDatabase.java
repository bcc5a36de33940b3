package org.trainingaudit.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the shared database does, each call a transaction: the fence, the job's execution, the shares of its step, and the
 * results. A share begins as so many chunks; results are kept by share and chunk, whichever execution did them.
 */
final class SimulatedDatabase {

    static final String RUN = "nightly/2026-11-21";

    /** Somebody tried to commit what isn't theirs any more. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One share's step in one execution of the job. */
    static final class Row {
        final int share;
        Claims.State state = Claims.State.WAITING;
        long turn;
        long beat;
        boolean open;
        String holder = "";

        Row(int share) {
            this.share = share;
        }
    }

    final int[][] results;
    final boolean[][] skipped;
    long fence;
    private boolean on;
    private long nextId = 1;
    private final Map<Long, Row> rows = new TreeMap<>();

    SimulatedDatabase(int shares, int chunks) {
        this.results = new int[shares][chunks];
        this.skipped = new boolean[shares][chunks];
    }

    /** A manager takes over: what was on is over, and a new execution begins with the shares that aren't done. */
    long takeOver() {
        fence++;
        on = false;
        rows.values().stream()
                .filter(row -> row.state != Claims.State.DONE)
                .forEach(row -> row.state = Claims.State.FAILED);
        return fence;
    }

    List<Long> begin(long by) {
        require(by);
        on = true;
        List<Long> ids = new ArrayList<>();
        for (int share = 0; share < results.length; share++) {
            if (next(share) < results[share].length) {
                rows.put(nextId, new Row(share));
                ids.add(nextId++);
            }
        }
        return ids;
    }

    /** The first chunk of a share that has no result. */
    int next(int share) {
        return next(share, 0);
    }

    int next(int share, int from) {
        int next = from;
        while (next < results[share].length && results[share][next] > 0) {
            next++;
        }
        return next;
    }

    private void require(long by) {
        if (by != fence) {
            throw new Refused();
        }
    }

    Row row(long id) {
        return rows.get(id);
    }

    /** Keeps the result of a chunk, as the last thing asking whether the holder still is the holder. */
    void commit(Offer held, int chunk) {
        requireHeld(held);
        Row row = row(held.share());
        row.state = Claims.State.TAKEN;
        results[row.share][chunk]++;
    }

    void finish(Offer held, Claims.State how) {
        requireHeld(held);
        row(held.share()).state = how;
    }

    private void requireHeld(Offer held) {
        require(held.fence());
        Row row = row(held.share());
        if (!row.open || row.turn != held.turn()) {
            throw new Refused();
        }
    }

    boolean isComplete() {
        return Arrays.stream(results).allMatch(share -> Arrays.stream(share).allMatch(times -> times == 1));
    }

    /** The claims as a worker of that name sees them. */
    Claims claims(String worker) {
        return claims(-1, worker);
    }

    /** The claims as a manager sees them that works under that fence. */
    Claims claims(long by) {
        return claims(by, "");
    }

    private Claims claims(long by, String worker) {
        return new Claims() {
            @Override
            public void open(Collection<Long> shares) {
                require(by);
                rows.values().forEach(row -> row.open = false);
                shares.forEach(share -> row(share).open = true);
            }

            @Override
            public View look() {
                List<Seen> seen = rows.entrySet().stream()
                        .filter(row -> row.getValue().open)
                        .map(row -> seen(row.getKey(), row.getValue()))
                        .toList();
                return new View(seen, !on);
            }

            @Override
            public Answer take(Offer offer) {
                return taken(offer, worker);
            }

            @Override
            public boolean beat(long share, long turn) {
                Row row = row(share);
                boolean held = row.open && row.turn == turn;
                row.beat += held ? 1 : 0;
                return held;
            }

            @Override
            public void end(long share, long turn, boolean failed) {
                require(by);
                Row row = row(share);
                if (row.turn == turn && isUnfinished(row)) {
                    row.turn++;
                    row.state = failed ? State.FAILED : State.GIVEN_BACK;
                }
            }
        };
    }

    private static Claims.Seen seen(long id, Row row) {
        return new Claims.Seen(id, row.state, row.turn, row.beat, 0, row.holder);
    }

    private static boolean isUnfinished(Row row) {
        return row.state != Claims.State.DONE && row.state != Claims.State.FAILED;
    }

    private Answer taken(Offer offer, String worker) {
        Row row = row(offer.share());
        if (offer.fence() != fence) {
            return Answer.STALE;
        }
        if (row == null || !offer.run().equals(RUN)) {
            return Answer.UNKNOWN;
        }
        if (!row.open || row.turn != offer.turn() - 1) {
            return Answer.DOUBLED;
        }
        if (!on || !isUnfinished(row)) {
            return Answer.OVER;
        }
        row.turn++;
        row.holder = worker;
        row.state = Claims.State.TAKEN;
        return Answer.TAKEN;
    }
}
