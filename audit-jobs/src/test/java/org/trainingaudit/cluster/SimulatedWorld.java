package org.trainingaudit.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One night of a manager, workers, a broker and a database, in simulated time and decided by one seed. Until {@link #CALM}
 * anything may die, sleep, be slow, be lost, doubled, late or out of order; after that nothing does, and the night has to end.
 */
final class SimulatedWorld {

    static final int SHARES = 5;
    static final int CHUNKS = 6;

    private static final String CONFIG = "a".repeat(64);
    private static final Dealer.Limits LIMITS =
            new Dealer.Limits(Duration.ofSeconds(30), Duration.ofMinutes(30), 1_000);
    private static final long CALM = 600_000;
    private static final long END = 7_200_000;
    private static final long LEASE = 30_000;
    private static final int LOOK = 250;
    private static final int BEAT = 5_000;
    private static final int WORKERS = 3;

    final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    int committedTooLate;
    int deaths;
    private final Random dice;
    private final SimulatedDatabase database = new SimulatedDatabase(SHARES, CHUNKS);
    private final OfferText texts =
            new OfferText(new BrokerKey("a key for one night, of some length".getBytes(StandardCharsets.UTF_8)));
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<String> queue = new ArrayList<>();
    private final List<String> replayed = new ArrayList<>();
    private long now;
    private long numbers;
    private boolean over;

    private record Event(long at, long number, Runnable what) {}

    SimulatedWorld(long seed) {
        this.dice = new Random(seed);
    }

    /** Lets the night pass; whether it ended. */
    boolean passes() {
        manager();
        for (int i = 0; i < WORKERS; i++) {
            new SimulatedWorker().live();
        }
        while (!over && now < END && !events.isEmpty()) {
            Event next = events.poll();
            now = next.at;
            next.what.run();
        }
        return over;
    }

    SimulatedDatabase database() {
        return database;
    }

    private void in(long millis, Runnable what) {
        events.add(new Event(now + millis, numbers++, what));
    }

    private boolean happens(double chance) {
        return now < CALM && dice.nextDouble() < chance;
    }

    private void manager() {
        long fence = database.takeOver();
        Claims claims = database.claims(fence);
        List<Long> shares = database.begin(fence);
        claims.open(shares);
        Dealer dealer = new Dealer(LIMITS);
        in(0, () -> look(dealer, claims, fence, now));
    }

    /** A manager that sleeps for longer than its lease wakes up and goes on as if nothing had happened. */
    private void look(Dealer dealer, Claims claims, long fence, long begun) {
        try {
            if (happens(0.0005)) {
                queue.clear();
                dealer.offerAnew();
            }
            Dealer.Plan plan = dealer.plan(claims.look(), Duration.ofMillis(now - begun));
            plan.deals().forEach(deal -> send(deal, fence));
            plan.ends().forEach(end -> claims.end(end.share(), end.turn(), end.failed()));
            if (plan.over()) {
                claims.open(List.of());
                over |= database.isComplete();
                return;
            }
        } catch (SimulatedDatabase.Refused e) {
            return;
        }
        if (happens(0.001)) {
            deaths++;
            in(LEASE, this::manager);
            if (happens(0.5)) {
                in(LEASE + dice.nextInt(60_000), () -> look(dealer, claims, fence, begun));
            }
        } else {
            in(LOOK, () -> look(dealer, claims, fence, begun));
        }
    }

    private void send(Dealer.Deal deal, long fence) {
        String text = texts.write(new Offer(SimulatedDatabase.RUN, deal.share(), deal.turn(), fence, CONFIG));
        if (happens(0.2)) {
            return;
        }
        deliver(text, happens(0.3) ? dice.nextInt(90_000) : dice.nextInt(200));
        if (happens(0.3)) {
            deliver(text, dice.nextInt(120_000));
        }
        replayed.add(text);
        if (happens(0.2)) {
            deliver(replayed.get(dice.nextInt(replayed.size())), dice.nextInt(10_000));
        }
        if (happens(0.1)) {
            deliver(text.replace("\"turn\":", "\"turn\":1"), 0);
        }
    }

    private void deliver(String text, long late) {
        in(late, () -> queue.add(queue.isEmpty() ? 0 : dice.nextInt(queue.size() + 1), text));
    }

    /** One thread of a worker. */
    private final class SimulatedWorker {

        private final Desk desk =
                new Desk(texts, database.claims(-1), CONFIG, answer -> answers.merge(answer, 1, Integer::sum));
        private Optional<Offer> held = Optional.empty();
        private boolean dead;
        private long asleepUntil;

        void live() {
            in(dice.nextInt(500), this::listen);
            in(BEAT, this::beat);
        }

        private void beat() {
            if (!dead) {
                if (now >= asleepUntil) {
                    held.ifPresent(offer -> database.claims(-1).beat(offer.share(), offer.turn()));
                }
                in(BEAT, this::beat);
            }
        }

        private void listen() {
            if (mayDie() || sleeps(this::listen)) {
                return;
            }
            held = queue.isEmpty() ? Optional.empty() : desk.take(queue.remove(0));
            if (held.isPresent()) {
                work(held.get());
            } else {
                in(300, this::listen);
            }
        }

        private void work(Offer offer) {
            int share = database.row(offer.share()).share;
            int chunk = database.next(share);
            long takes = happens(0.1) ? dice.nextInt(50_000) : 1 + dice.nextInt(3_000);
            in(takes, () -> finish(offer, share, chunk));
        }

        private void finish(Offer offer, int share, int chunk) {
            if (mayDie() || sleeps(() -> finish(offer, share, chunk))) {
                return;
            }
            try {
                if (chunk == CHUNKS) {
                    database.finish(offer, Claims.State.DONE);
                    rest();
                } else if (happens(0.02)) {
                    database.finish(offer, Claims.State.GIVEN_BACK);
                    rest();
                } else {
                    database.commit(offer, chunk);
                    work(offer);
                }
            } catch (SimulatedDatabase.Refused e) {
                committedTooLate++;
                rest();
            }
        }

        private void rest() {
            held = Optional.empty();
            in(100, this::listen);
        }

        /** Another takes its place after a while. */
        private boolean mayDie() {
            if (happens(0.02)) {
                deaths++;
                dead = true;
                in(dice.nextInt(60_000), () -> new SimulatedWorker().live());
            }
            return dead;
        }

        private boolean sleeps(Runnable then) {
            if (!happens(0.03)) {
                return false;
            }
            long until = now + dice.nextInt(120_000);
            asleepUntil = until;
            in(until - now, then);
            return true;
        }
    }
}
