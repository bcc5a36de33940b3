package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.nightly.UseRows.UseRow;
import org.trainingaudit.provider.Providers;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Reconciliation;
import org.trainingaudit.use.Use;

/**
 * Lays what is declared of each use beside what was seen of its dataset. A chunk is a transaction; a restart goes on
 * behind the last one.
 */
@Configuration(proxyBeanMethods = false)
class ReconcileStep {

    static final String NAME = "reconcile";

    @Bean
    Step reconcile(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            org.trainingaudit.setup.Configuration setup,
            PendingUses collectedUses,
            Reconciler reconciler,
            ReconciliationRecorder recorder,
            StepProgress progress) {
        return new ChunkOrientedStepBuilder<UseRow, ReconciledRow>(
                        NAME, jobs, setup.settings().nightly().chunkSize())
                .transactionManager(transactions)
                .reader(collectedUses)
                .processor(reconciler)
                .writer(recorder)
                .listener(progress)
                .build();
    }

    @Bean
    @StepScope
    PendingUses collectedUses(UseRows rows, StepRun step) {
        return new PendingUses(rows, step.get(), NAME, new Slots.Share(0, 1));
    }

    /** A use with what was seen of its dataset beside it. */
    record ReconciledRow(long position, ReconciledUse use) {}

    /** One use. The same facts give the same answer, so the step that judges does it again instead of reading it. */
    @Component
    static class Reconciler implements ItemProcessor<UseRow, ReconciledRow> {

        private final StepRun step;
        private final UseDocument documents;
        private final ScannedDatasets datasets;
        private final Reconciliation reconciliation;
        private final Providers providers;

        Reconciler(
                StepRun step,
                UseDocument documents,
                ScannedDatasets datasets,
                org.trainingaudit.setup.Configuration setup) {
            this.step = step;
            this.documents = documents;
            this.datasets = datasets;
            this.reconciliation = Reconciliation.of(setup.taxonomy(), Reconciliation.DEFAULT_THRESHOLD)
                    .with(setup.providers()::company);
            this.providers = setup.providers();
        }

        @Override
        public ReconciledRow process(UseRow row) {
            Use use = documents.read(row.document());
            Run run = step.get();
            ReconciledUse reconciled = reconciliation.reconcile(use, datasets.of(run, use.dataset()));
            return new ReconciledRow(row.position(), providers.complete(reconciled, run.asOf()));
        }
    }

    /** Keeps the reconciled uses and says what contradicts what. */
    @Component
    static class ReconciliationRecorder implements ItemWriter<ReconciledRow> {

        private final StepRun step;
        private final UseRows rows;
        private final Recorded recorded;
        private final UseEntries entries;
        private final Trail trail;
        private final Progress progress;
        private final Providers providers;

        ReconciliationRecorder(
                StepRun step,
                UseRows rows,
                Recorded recorded,
                UseEntries entries,
                Trail trail,
                Progress progress,
                org.trainingaudit.setup.Configuration setup) {
            this.step = step;
            this.rows = rows;
            this.recorded = recorded;
            this.entries = entries;
            this.trail = trail;
            this.progress = progress;
            this.providers = setup.providers();
        }

        @Override
        public void write(Chunk<? extends ReconciledRow> chunk) {
            Run run = step.get();
            List<ReconciledUse> uses =
                    chunk.getItems().stream().map(ReconciledRow::use).toList();
            List<Statement> contradictions = entries.contradictions(run, uses);
            List<EntryDraft> fresh = new ArrayList<>(recorded.changed(run, UseEntries.CONTRADICTION, contradictions));
            fresh.addAll(settled(run, uses, contradictions));
            List<Statement> dependences = uses.stream()
                    .map(use -> DependenceEntries.statement(run, providers.dependence(use.use(), run.asOf())))
                    .toList();
            fresh.addAll(recorded.changed(run, DependenceEntries.KIND, dependences));
            rows.reach(run, step.name(), chunk.getItems().get(chunk.size() - 1).position());
            trail.record(fresh);
            uses.forEach(use -> progress.done(NAME));
        }

        /** What contradicted before and no longer does; where too little was seen nothing counts as settled. */
        private List<EntryDraft> settled(Run run, List<ReconciledUse> uses, List<Statement> now) {
            List<String> seen = uses.stream()
                    .filter(use -> !use.weakScan())
                    .map(use -> use.use().id())
                    .toList();
            List<EntryDraft> settled = new ArrayList<>();
            recorded.over(UseEntries.CONTRADICTION, seen, now).forEach((use, parts) -> {
                parts.stream().sorted().forEach(what -> settled.add(entries.settled(run, use, what)));
                if (run.counts()) {
                    recorded.forget(run, UseEntries.CONTRADICTION, use, parts);
                }
            });
            return settled;
        }
    }
}
