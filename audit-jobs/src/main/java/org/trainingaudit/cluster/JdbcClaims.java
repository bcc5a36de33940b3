package org.trainingaudit.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.nightly.NightlyJob;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.nightly.ShareSteps;
import org.trainingaudit.operate.FencedWork;
import org.trainingaudit.operate.ThisProcess;

/** Claims in the database that all processes share, laid beside the job repository in the same transaction. */
@Component
class JdbcClaims implements Claims {

    private static final String LOOK = "select c.share, c.turn, c.holder, b.beat, s.status, s.exit_code,"
            + " s.write_count, j.status as job"
            + " from cluster_share c join cluster_beat b on b.share = c.share"
            + " join batch_step_execution s on s.step_execution_id = c.share"
            + " join batch_job_execution j on j.job_execution_id = s.job_execution_id order by c.share";

    private final JdbcClient jdbc;
    private final JobRepository repository;
    private final Runs runs;
    private final ShareSteps steps;
    private final FencedWork fenced;
    private final TransactionTemplate transaction;

    JdbcClaims(
            JdbcClient jdbc,
            JobRepository repository,
            Runs runs,
            ShareSteps steps,
            FencedWork fenced,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.runs = runs;
        this.steps = steps;
        this.fenced = fenced;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One manager works at a time, so whatever stands there is of a step that nobody waits for any more. */
    @Override
    public void open(Collection<Long> shares) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from cluster_share").update();
            jdbc.sql("delete from cluster_beat").update();
            for (long share : shares) {
                jdbc.sql("insert into cluster_share (share, turn, holder) values (?, 0, '')")
                        .param(share)
                        .update();
                jdbc.sql("insert into cluster_beat (share, beat) values (?, 0)")
                        .param(share)
                        .update();
            }
        });
    }

    @Override
    public View look() {
        record Row(Seen seen, BatchStatus job) {}
        List<Row> rows = jdbc.sql(LOOK)
                .query((row, index) -> new Row(
                        new Seen(
                                row.getLong("share"),
                                state(
                                        BatchStatus.valueOf(row.getString("status")),
                                        row.getString("exit_code"),
                                        row.getLong("turn")),
                                row.getLong("turn"),
                                row.getLong("beat"),
                                row.getLong("write_count"),
                                row.getString("holder")),
                        BatchStatus.valueOf(row.getString("job"))))
                .list();
        return new View(
                rows.stream().map(Row::seen).toList(), rows.stream().anyMatch(row -> row.job != BatchStatus.STARTED));
    }

    private static State state(BatchStatus status, String exit, long turn) {
        return switch (status) {
            case COMPLETED -> State.DONE;
            case STOPPED -> exit.equals(ShareSteps.LEFT_TO_OTHERS) ? State.LEFT_TO_OTHERS : State.GIVEN_BACK;
            case STARTING -> turn == 0 ? State.WAITING : State.TAKEN;
            case STARTED, STOPPING -> State.TAKEN;
            default -> State.FAILED;
        };
    }

    @Override
    public Answer take(Offer offer) {
        return fenced.isNewest(offer.fence()) ? fenced.call(offer.fence(), () -> takeNow(offer)) : Answer.STALE;
    }

    private Answer takeNow(Offer offer) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Answer answer = isNext(offer) ? confirm(offer) : Answer.DOUBLED;
            undoUnless(answer == Answer.TAKEN, status);
            return answer;
        }));
    }

    /** Waits for a holder that is about to commit, so that what is looked at next is what became of it. */
    private boolean isNext(Offer offer) {
        return jdbc.sql("update cluster_share set turn = turn + 1, holder = ? where share = ? and turn = ?")
                        .params(ThisProcess.name(), offer.share(), offer.turn() - 1)
                        .update()
                == 1;
    }

    private Answer confirm(Offer offer) {
        Optional<StepExecution> step = Optional.ofNullable(repository.getStepExecution(offer.share()));
        Optional<Run> run = runs.find(offer.run());
        if (step.filter(found -> isOf(offer, found)).isEmpty() || run.isEmpty()) {
            return Answer.UNKNOWN;
        }
        if (!run.get().configSha256().equals(offer.config())) {
            return Answer.OTHER_CONFIGURATION;
        }
        boolean on = step.get().getJobExecution().getStatus() == BatchStatus.STARTED
                && isUnfinished(step.get().getStatus());
        return on ? Answer.TAKEN : Answer.OVER;
    }

    private boolean isOf(Offer offer, StepExecution step) {
        return steps.isShare(step.getStepName())
                && offer.run().equals(step.getJobParameters().getString(NightlyJob.RUN));
    }

    private static boolean isUnfinished(BatchStatus status) {
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED || status == BatchStatus.STOPPED;
    }

    private static void undoUnless(boolean good, TransactionStatus status) {
        if (!good) {
            status.setRollbackOnly();
        }
    }

    @Override
    public boolean beat(long share, long turn) {
        return jdbc.sql("update cluster_beat set beat = beat + 1 where share = ?"
                                + " and (select turn from cluster_share c where c.share = cluster_beat.share) = ?")
                        .params(share, turn)
                        .update()
                == 1;
    }

    /**
     * Makes sure, as the last thing of a transaction, that nobody has taken the share since; nobody can before it's committed.
     *
     * @throws ShareLost where somebody has
     */
    void require(long share, long turn) {
        Optional<Long> now = jdbc.sql("select turn from cluster_share where share = ? for share")
                .param(share)
                .query(Long.class)
                .optional();
        if (now.filter(held -> held == turn).isEmpty()) {
            throw new ShareLost();
        }
    }

    @Override
    public void end(long share, long turn, boolean failed) {
        transaction.executeWithoutResult(status -> {
            boolean next = jdbc.sql("update cluster_share set turn = turn + 1 where share = ? and turn = ?")
                            .params(share, turn)
                            .update()
                    == 1;
            StepExecution step = next ? repository.getStepExecution(share) : null;
            undoUnless(step != null && isUnfinished(step.getStatus()), status);
            if (step != null && isUnfinished(step.getStatus())) {
                step.setStatus(failed ? BatchStatus.FAILED : BatchStatus.STOPPED);
                step.setExitStatus(failed ? ExitStatus.FAILED : ExitStatus.STOPPED);
                repository.update(step);
            }
        });
    }

    /** Who held those shares last, for people. */
    String holders(Collection<Long> shares) {
        return jdbc
                .sql("select distinct holder from cluster_share where share in (:shares) order by holder")
                .param("shares", shares)
                .query(String.class)
                .list()
                .stream()
                .map(holder -> holder.isEmpty() ? "nobody" : holder)
                .collect(Collectors.joining(", "));
    }
}
