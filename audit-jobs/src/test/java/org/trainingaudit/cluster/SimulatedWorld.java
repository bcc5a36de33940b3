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
import java.util.Set;
import java.util.stream.Collectors;

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
    int left;
    private final Random dice;
    private final SimulatedDatabase database = new SimulatedDatabase(SHARES, CHUNKS);
    private final OfferText texts =
            new OfferText(new BrokerKey("a key for one night, of some length".getBytes(StandardCharsets.UTF_8)));
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<Letter> queue = new ArrayList<>();
    private final List<String> replayed = new ArrayList<>();
    private final Set<Integer> otherFiles;
    private long now;
    private long numbers;
    private boolean over;

    private record Event(long at, long number, Runnable what) {}

    private record Letter(String text, Set<String> except) {}

    SimulatedWorld(long seed) {
        this.dice = new Random(seed);
        // In every other night some machines have other files than the one that prepared the run.
        this.otherFiles = seed % 2 == 0
                ? Set.of()
                : dice.ints(4, 0, SHARES * CHUNKS).boxed().collect(Collectors.toSet());
    }

    /** Whether a machine has that chunk's files as they were when the run was prepared: some aren't so on any. */
    boolean hasFiles(int machine, int share, int chunk) {
        int which = share * CHUNKS + chunk;
        return !otherFiles.contains(which) || (machine == 0 && which % 2 == 0);
    }

    /** Lets the night pass; whether it ended. */
    boolean passes() {
        manager();
        for (int i = 0; i < WORKERS; i++) {
            new SimulatedWorker(i).live();
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
        String text = texts.write(
                new Offer(SimulatedDatabase.RUN, deal.share(), deal.turn(), fence, CONFIG, deal.lastResort()));
        if (happens(0.2)) {
            return;
        }
        Letter letter = new Letter(text, deal.except());
        deliver(letter, happens(0.3) ? dice.nextInt(90_000) : dice.nextInt(200));
        if (happens(0.3)) {
            deliver(letter, dice.nextInt(120_000));
        }
        replayed.add(text);
        if (happens(0.2)) {
            deliver(new Letter(replayed.get(dice.nextInt(replayed.size())), Set.of()), dice.nextInt(10_000));
        }
        if (happens(0.1)) {
            deliver(new Letter(text.replace("\"turn\":", "\"turn\":1"), Set.of()), 0);
        }
    }

    private void deliver(Letter letter, long late) {
        in(late, () -> queue.add(queue.isEmpty() ? 0 : dice.nextInt(queue.size() + 1), letter));
    }

    private Optional<String> next(String worker) {
        Optional<Letter> next =
                queue.stream().filter(letter -> !letter.except.contains(worker)).findFirst();
        next.ifPresent(queue::remove);
        return next.map(Letter::text);
    }

    /** One thread of a worker. */
    private final class SimulatedWorker {

        private final int machine;
        private final String name = "worker " + numbers++;
        private final LeftShares leftShares = new LeftShares();
        private final Claims claims = database.claims(name);
        private final Desk desk =
                new Desk(texts, claims, CONFIG, leftShares, answer -> answers.merge(answer, 1, Integer::sum));
        private Optional<Offer> held = Optional.empty();
        private boolean leaves;
        private boolean dead;
        private long asleepUntil;

        SimulatedWorker(int machine) {
            this.machine = machine;
        }

        void live() {
            in(dice.nextInt(500), this::listen);
            in(BEAT, this::beat);
        }

        private void beat() {
            if (!dead) {
                if (now >= asleepUntil) {
                    held.ifPresent(offer -> claims.beat(offer.share(), offer.turn()));
                }
                in(BEAT, this::beat);
            }
        }

        private void listen() {
            if (mayDie() || sleeps(this::listen)) {
                return;
            }
            held = next(name).flatMap(desk::take);
            if (held.isPresent()) {
                leaves = false;
                leftShares.begin(held.get());
                work(held.get(), 0);
            } else {
                in(300, this::listen);
            }
        }

        private void work(Offer offer, int from) {
            int share = database.row(offer.share()).share;
            int chunk = database.next(share, from);
            long takes = happens(0.1) ? dice.nextInt(50_000) : 1 + dice.nextInt(3_000);
            in(takes, () -> finish(offer, share, chunk));
        }

        private void finish(Offer offer, int share, int chunk) {
            if (mayDie() || sleeps(() -> finish(offer, share, chunk))) {
                return;
            }
            try {
                if (chunk == CHUNKS) {
                    database.finish(offer, leaves ? Claims.State.LEFT_TO_OTHERS : Claims.State.DONE);
                    left += leaves ? 1 : 0;
                    leftShares.end(offer, leaves);
                    rest();
                } else if (happens(0.02)) {
                    database.finish(offer, Claims.State.GIVEN_BACK);
                    rest();
                } else {
                    finish(offer, share, chunk, hasFiles(machine, share, chunk));
                    work(offer, chunk + 1);
                }
            } catch (SimulatedDatabase.Refused e) {
                committedTooLate++;
                rest();
            }
        }

        private void finish(Offer offer, int share, int chunk, boolean right) {
            if (right || !leftShares.mayLeave(offer.share())) {
                database.commit(offer, chunk);
                database.skipped[share][chunk] = !right;
            }
            leaves |= !right && leftShares.mayLeave(offer.share());
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
                in(dice.nextInt(60_000), () -> new SimulatedWorker(machine).live());
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
