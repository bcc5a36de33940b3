package org.trainingaudit.console;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.trainingaudit.operate.DaemonThreads;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailVerifier;
import org.trainingaudit.trail.VerifyOptions;
import org.trainingaudit.trail.VerifyReport;

/** Verifies the trail for people, one at a time and beside their requests: a trail of many millions of entries takes minutes. */
@Component
class TrailCheck {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Places places;
    private final Trail trail;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("trail-check"));
    private Optional<Future<VerifyReport>> newest = Optional.empty();

    TrailCheck(Places places, Trail trail) {
        this.places = places;
        this.trail = trail;
    }

    /**
     * How the newest check stands.
     *
     * @param report what it found; empty while it is on, where there was none, and where it failed
     */
    record Standing(Optional<VerifyReport> report, boolean on) {}

    /** Begins one, unless one is on, and waits for it for a moment. */
    Standing begin() {
        Future<VerifyReport> check = started();
        try {
            return new Standing(Optional.of(check.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)), false);
        } catch (TimeoutException e) {
            return new Standing(Optional.empty(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Standing(Optional.empty(), true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the trail could not be verified", e);
        }
    }

    private synchronized Future<VerifyReport> started() {
        Future<VerifyReport> check = newest.filter(one -> !one.isDone())
                .orElseGet(() ->
                        thread.submit(() -> TrailVerifier.verify(places.trail(), VerifyOptions.with(trail.vkey()))));
        newest = Optional.of(check);
        return check;
    }

    /** The one that was begun last. */
    synchronized Standing standing() {
        Optional<Future<VerifyReport>> done = newest.filter(Future::isDone);
        return new Standing(done.flatMap(TrailCheck::report), newest.isPresent() && done.isEmpty());
    }

    private static Optional<VerifyReport> report(Future<VerifyReport> done) {
        try {
            return Optional.of(done.get());
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
