package org.trainingaudit.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.trainingaudit.cluster.Claims.View;
import org.trainingaudit.cluster.Dealer.Deal;
import org.trainingaudit.cluster.Dealer.Plan;
import org.trainingaudit.nightly.NightlyJob;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.FencedWork;

/** Has the shares of a step done by workers, and waits for them in the database. */
final class RemoteShares implements PartitionHandler {

    private static final int LOOK_MILLIS = 100;

    private final int grid;
    private final Dealer.Limits limits;
    private final String config;
    private final JdbcClaims claims;
    private final JobRepository repository;
    private final Supplier<Mail> mails;
    private final OfferText texts;
    private final FencedWork fenced;
    private final Progress progress;
    private final ShareMeter meter;

    RemoteShares(
            int grid,
            Dealer.Limits limits,
            String config,
            JdbcClaims claims,
            JobRepository repository,
            Supplier<Mail> mails,
            OfferText texts,
            FencedWork fenced,
            Progress progress,
            ShareMeter meter) {
        this.grid = grid;
        this.limits = limits;
        this.config = config;
        this.claims = claims;
        this.repository = repository;
        this.mails = mails;
        this.texts = texts;
        this.fenced = fenced;
        this.progress = progress;
        this.meter = meter;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution step) throws Exception {
        Set<StepExecution> split = splitter.split(step, grid);
        List<Long> shares = split.stream().map(StepExecution::getId).sorted().toList();
        if (!shares.isEmpty()) {
            claims.open(shares);
            await(step);
        }
        // Each look at a share is a handful of statements, while all workers wait.
        List<StepExecution> ended = shares.stream().map(this::now).toList();
        tellFailures(step, ended);
        claims.open(List.of());
        return ended;
    }

    private StepExecution now(long share) {
        return Objects.requireNonNull(repository.getStepExecution(share), "a share that was split off a moment ago");
    }

    private void await(StepExecution step) throws InterruptedException {
        Dealer dealer = new Dealer(limits);
        long begun = System.nanoTime();
        long told = 0;
        try (Mail mail = mails.get()) {
            for (boolean over = false; !over; ) {
                if (mail.isNew()) {
                    dealer.offerAnew();
                }
                View view = claims.look();
                told = tellProgress(step, view, told);
                Plan plan = dealer.plan(view, Duration.ofNanos(System.nanoTime() - begun));
                plan.deals().forEach(deal -> offer(step, deal, mail));
                plan.ends().forEach(end -> claims.end(end.share(), end.turn(), end.failed()));
                over = plan.over();
                if (!over) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            }
        }
    }

    private long tellProgress(StepExecution step, View view, long told) {
        long done = view.shares().stream().mapToLong(Claims.Seen::done).sum();
        for (long more = told; more < done; more++) {
            progress.done(step.getStepName());
        }
        return Math.max(told, done);
    }

    private void offer(StepExecution step, Deal deal, Mail mail) {
        String run = Objects.requireNonNull(step.getJobParameters().getString(NightlyJob.RUN));
        long fence = fenced.fence().orElseThrow(() -> new IllegalStateException("a run is done under a lease"));
        if (deal.lastResort()) {
            progress.note("WARN: nobody who is there has all datasets of share " + deal.share() + " of "
                    + step.getStepName()
                    + " as they were when the run was prepared; those that whoever takes it now hasn't"
                    + " are skipped, and the log there names them");
        }
        Offer offer = new Offer(run, deal.share(), deal.turn(), fence, config, deal.lastResort());
        boolean sent = mail.send(texts.write(offer), config, deal.except());
        meter.offered(deal, sent);
    }

    private void tellFailures(StepExecution step, List<StepExecution> shares) {
        List<Long> failed = shares.stream()
                .filter(share -> share.getStatus() == BatchStatus.FAILED)
                .map(StepExecution::getId)
                .toList();
        if (!failed.isEmpty()) {
            step.addFailureException(new IllegalStateException(failed.size() + " of " + shares.size() + " shares of "
                    + step.getStepName() + " failed at " + claims.holders(failed)
                    + "; the log there says why. The others are kept"));
        }
    }
}
