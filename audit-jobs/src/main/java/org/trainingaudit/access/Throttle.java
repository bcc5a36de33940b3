package org.trainingaudit.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords by account and by source, and says how long to wait after too many. Names that no account has
 * count like others, so that a wait confirms none. Kept in memory, the most recent ones only.
 */
final class Throttle {

    /** After so many wrong passwords an account waits, or a source, which may stand for many people. */
    static final int FREE_FOR_ACCOUNT = 5;

    static final int FREE_FOR_SOURCE = 20;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int MOST = 10_000;
    private static final int DOUBLINGS = 10;

    private record Failures(int count, Instant last, Instant until) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** How long that account and source still have to wait; zero where they needn't. */
    synchronized Duration wait(String account, String source) {
        Duration one = left("account " + account);
        Duration other = left("source " + source);
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration left(String key) {
        Failures known = failures.get(key);
        Instant now = clock.instant();
        return known == null || !now.isBefore(known.until) ? Duration.ZERO : Duration.between(now, known.until);
    }

    /** Counts a wrong password. */
    synchronized void failed(String account, String source) {
        count("account " + account, FREE_FOR_ACCOUNT);
        count("source " + source, FREE_FOR_SOURCE);
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Failures known = failures.remove(key);
        boolean forgotten = known == null || now.isAfter(known.last.plus(FORGOTTEN_AFTER));
        int count = forgotten ? 1 : known.count + 1;
        failures.put(key, new Failures(count, now, now.plus(waitAfter(count - free))));
    }

    private static Duration waitAfter(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(over, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Forgets the account's failures: its owner has come. The source keeps its own, else one account of theirs would free it. */
    synchronized void succeeded(String account) {
        failures.remove("account " + account);
    }
}
