package org.trainingaudit.cluster;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.trainingaudit.nightly.ShareSteps;
import org.trainingaudit.operate.FencedWork;

/** Works on the shares that this process has taken, and says that it lives. */
final class ShareWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ShareWorker.class);

    private final JobRepository repository;
    private final ShareSteps steps;
    private final FencedWork fenced;
    private final JdbcClaims claims;
    private final LeftShares left;
    private final Map<Offer, StepExecution> held = new ConcurrentHashMap<>();

    ShareWorker(JobRepository repository, ShareSteps steps, FencedWork fenced, JdbcClaims claims, LeftShares left) {
        this.repository = repository;
        this.steps = steps;
        this.fenced = fenced;
        this.claims = claims;
        this.left = left;
    }

    int held() {
        return held.size();
    }

    /** Does it to its end, however that is; what came of it is in the database. */
    @SuppressWarnings("NullAway") // a step that goes on has no end yet, and Batch has no other word for that
    void work(Offer offer) {
        StepExecution share =
                Objects.requireNonNull(repository.getStepExecution(offer.share()), "a share that was just taken");
        // What an earlier turn left there would count into how this one ends.
        share.setExitStatus(ExitStatus.EXECUTING);
        share.setEndTime(null);
        held.put(offer, share);
        left.begin(offer);
        try {
            fenced.of(offer.run(), () -> execute(offer, share));
        } finally {
            held.remove(offer);
            left.end(offer, share.getExitStatus().getExitCode().equals(ShareSteps.LEFT_TO_OTHERS));
        }
    }

    private boolean execute(Offer offer, StepExecution share) {
        return fenced.call(offer.fence(), () -> claims.require(offer.share(), offer.turn()), () -> {
            try {
                LOG.info("{} begins, turn {}", share.getStepName(), offer.turn());
                steps.work(share);
                LOG.info("{} ends as {}", share.getStepName(), share.getStatus());
                return true;
            } catch (JobInterruptedException e) {
                return false;
            }
        });
    }

    /** Says that the holder of each share lives; a share that was taken from it is left at its next chunk. */
    void beat() {
        held.forEach((offer, share) -> {
            if (!claims.beat(offer.share(), offer.turn())) {
                LOG.warn(
                        "{} was taken over, because this process was silent for too long, or nobody waits for it any"
                                + " more; what is still done here is not kept",
                        share.getStepName());
                share.setTerminateOnly();
            }
        });
    }

    /** Leaves all shares at their next chunk; others go on with them. */
    void giveBack() {
        held.values().forEach(StepExecution::setTerminateOnly);
    }
}
