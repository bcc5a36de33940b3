package org.trainingaudit.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.nightly.Progress;

/** How far the run that is on has come, for whoever looks. */
public final class LiveProgress implements Progress {

    private static final int NOTES = 50;

    private final Clock clock;
    private final Deque<String> notes = new ArrayDeque<>();
    private String run = "";
    private Optional<Step> step = Optional.empty();

    public LiveProgress(Clock clock) {
        this.clock = clock;
    }

    /**
     * The step that is on.
     *
     * @param name its name
     * @param done how many things are done
     * @param things how many there are; 0 where that isn't known
     * @param since when it began
     */
    public record Step(String name, long done, long things, Instant since) {

        /** How long it will still take at the pace so far; unknown before the first thing is done. */
        public Optional<Duration> left(Instant now) {
            if (done == 0 || things == 0) {
                return Optional.empty();
            }
            double each = Duration.between(since, now).toMillis() / (double) done;
            return Optional.of(Duration.ofMillis(Math.round(each * (things - done))));
        }
    }

    /** The step that is on, while one is. */
    public synchronized Optional<Step> step() {
        return step;
    }

    /** The last things of this run that an operator should read, the oldest first. */
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** What was to be read of another run is no news of this one. */
    @Override
    public synchronized void run(String key) {
        if (!run.equals(key)) {
            notes.clear();
        }
        run = key;
    }

    @Override
    public synchronized void begin(String name, long things) {
        step = Optional.of(new Step(name, 0, things, clock.instant()));
    }

    @Override
    public synchronized void done(String name) {
        step = step.map(now -> new Step(now.name, now.done + 1, now.things, now.since));
    }

    @Override
    public synchronized void end(String name) {
        step = Optional.empty();
    }

    @Override
    public synchronized void note(String text) {
        notes.addLast(text);
        if (notes.size() > NOTES) {
            notes.removeFirst();
        }
    }
}
