package org.trainingaudit.operate;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.operate.OperationRefused.Reason;

/** Who works on runs: this process in the background, another one, or nobody. What begins, begins under the lease. */
@Component
class RunWork {

    private static final String TRAIL = "trail";

    private final LiveRun live;
    private final Lease lease;
    private final FencedWork fenced;
    private boolean handsOver;

    RunWork(LiveRun live, Lease lease, FencedWork fenced) {
        this.live = live;
        this.lease = lease;
        this.fenced = fenced;
    }

    Optional<Run> live() {
        return live.get();
    }

    void awaitIdle() throws InterruptedException {
        live.awaitIdle();
    }

    boolean isHere(String key) {
        return live.is(key);
    }

    void stop(Run run) {
        live.stop(run);
    }

    /** Begins nothing from now on, unless a run is on; whether none is. */
    boolean handOver() {
        handsOver = !isAtWork();
        return handsOver;
    }

    /** Begins the run that the work prepares, both under the lease; without it nothing is done. */
    Run begin(Supplier<Run> work) {
        if (handsOver) {
            throw new OperationRefused(
                    Reason.BUSY, "this program is about to serve by a changed configuration; ask again in a moment");
        }
        live.get().ifPresent(run -> {
            throw new OperationRefused(Reason.BUSY, run.key() + " is running; wait until it is over, or stop it first");
        });
        long fence = lease.take().orElseThrow(this::busy);
        try {
            return live.begin(fenced.call(fence, work), fence);
        } catch (RuntimeException e) {
            lease.release(fence);
            throw e;
        }
    }

    private OperationRefused busy() {
        Lease.State state = lease.state();
        String what = state.work().isEmpty() ? "a run" : state.work();
        return new OperationRefused(
                Reason.BUSY, what + " is worked on by " + state.holder() + "; wait until it is over, or stop it first");
    }

    /** Whether another process executes that run, as far as anybody knows. */
    boolean isElsewhere(String key) {
        return lease.aliveElsewhere().filter(state -> state.work().equals(key)).isPresent();
    }

    /** Whether a run is on, here or in another process that shares the database. */
    boolean isAtWork() {
        return live.get().isPresent() || lease.aliveElsewhere().isPresent();
    }

    /** Whether another process held the lease for a run, and may have ended without a word. */
    boolean isLeftBehind() {
        return lease.elsewhere().filter(state -> !state.work().equals(TRAIL)).isPresent();
    }

    /** Takes the lease from a process that ended while it looked after the trail, of which nothing is left to go on with. */
    void endTrailCare() {
        if (lease.elsewhere().filter(state -> state.work().equals(TRAIL)).isPresent()) {
            lease.take().ifPresent(lease::release);
        }
    }

    /** Clears up under the lease, if nobody else has it. */
    boolean clearUp(Supplier<Boolean> work) {
        Optional<Long> fence = lease.take();
        fence.ifPresent(held -> {
            try {
                fenced.call(held, work);
            } finally {
                lease.release(held);
            }
        });
        return fence.isPresent();
    }

    /** Looks after the trail while no process works on it; tells whether it could be done now. */
    boolean lookAfterTrail(Runnable work) {
        Optional<Long> fence = isAtWork() ? Optional.empty() : lease.take();
        fence.ifPresent(held -> {
            try {
                lease.note(TRAIL);
                work.run();
            } finally {
                lease.release(held);
            }
        });
        return fence.isPresent();
    }
}
