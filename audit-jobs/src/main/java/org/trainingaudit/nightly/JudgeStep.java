package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.nightly.ReconcileStep.Reconciler;
import org.trainingaudit.nightly.UseRows.UseRow;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;

/**
 * Judges every use under every regime. A chunk is a transaction; a restart goes on behind the last one of each share.
 *
 * <p>A regime that can't be judged on the date is left out, told, and makes the run incomplete; the others go on.
 */
@Configuration(proxyBeanMethods = false)
class JudgeStep {

    static final String NAME = "judge";

    @Bean
    Step judge(JobRepository jobs, Step judgeShare, ShareWork work, StepProgress progress) {
        return work.in(new StepBuilder(NAME, jobs)
                        .partitioner("judgeShare", new Slots())
                        .step(judgeShare))
                .listener(progress)
                .build();
    }

    @Bean
    Step judgeShare(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            org.trainingaudit.setup.Configuration setup,
            PendingUses reconciledUses,
            UseJudge judge,
            VerdictRecorder recorder) {
        return new ChunkOrientedStepBuilder<UseRow, JudgedUse>(
                        "judgeShare", jobs, setup.settings().nightly().chunkSize())
                .transactionManager(transactions)
                .reader(reconciledUses)
                .processor(judge)
                .writer(recorder)
                .build();
    }

    @Bean
    @StepScope
    PendingUses reconciledUses(UseRows rows, StepRun step, @Value("#{stepExecution.stepName}") String name) {
        return new PendingUses(rows, step.get(), name, Slots.share(name));
    }

    /** A use with what each regime says of it. */
    record JudgedUse(long position, Use use, List<Judgement> judgements) {}

    /** One use under all regimes of the run. */
    @Component
    static class UseJudge implements ItemProcessor<UseRow, JudgedUse> {

        private final StepRun step;
        private final Reconciler reconciler;
        private final Judges judges;

        UseJudge(StepRun step, Reconciler reconciler, Judges judges) {
            this.step = step;
            this.reconciler = reconciler;
            this.judges = judges;
        }

        @Override
        public JudgedUse process(UseRow row) {
            Run run = step.get();
            ReconciledUse reconciled = reconciler.process(row).use();
            Use use = reconciled.use();
            List<Judgement> judgements = judges.of(run).judge(use.facts(), reconciled.weakScan()).stream()
                    .filter(judgement -> run.request().includesRegime(judgement.regime()))
                    .toList();
            return new JudgedUse(row.position(), use, judgements);
        }
    }
}
