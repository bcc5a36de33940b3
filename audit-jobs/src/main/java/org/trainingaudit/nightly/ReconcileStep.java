package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
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
import org.trainingaudit.use.ScanResults;
import org.trainingaudit.use.Use;

/**
 * Lays what is declared of each use beside what was seen of its dataset. A chunk is a transaction; a restart goes on with
 * the uses that aren't reconciled yet.
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
        return new ChunkOrientedStepBuilder<UseRow, ReconciledUse>(
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
        return new PendingUses(rows, step.get(), UseRows.COLLECTED, 0, 1);
    }

    /** One use. */
    @Component
    static class Reconciler implements ItemProcessor<UseRow, ReconciledUse> {

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
        public ReconciledUse process(UseRow row) {
            Use use = documents.read(row.document());
            Run run = step.get();
            return providers.complete(reconciliation.reconcile(use, datasets.of(run, use.dataset())), run.asOf());
        }
    }

    /** Keeps the reconciled uses and says what contradicts what. */
    @Component
    static class ReconciliationRecorder implements ItemWriter<ReconciledUse> {

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
        public void write(Chunk<? extends ReconciledUse> uses) {
            Run run = step.get();
            List<UseRow> done = uses.getItems().stream()
                    .map(use -> new UseRow(
                            use.use().id(), UseDocument.write(use.use()), use.weakScan() ? use.weakReason() : ""))
                    .toList();
            rows.update(run, UseRows.RECONCILED, done);
            for (EntryDraft entry :
                    recorded.changed(run, UseEntries.CONTRADICTION, entries.contradictions(run, uses.getItems()))) {
                trail.submit(entry);
            }
            List<Statement> dependences = uses.getItems().stream()
                    .map(use -> DependenceEntries.statement(run, providers.dependence(use.use())))
                    .toList();
            recorded.changed(run, DependenceEntries.KIND, dependences).forEach(trail::submit);
            done.forEach(use -> progress.done(NAME));
        }
    }

    /** What the scan of this run says of a dataset as a whole. */
    @Component
    static class ScannedDatasets {

        private final DatasetRows rows;
        private final org.trainingaudit.setup.Configuration setup;
        private Optional<ScanResults> others = Optional.empty();

        ScannedDatasets(DatasetRows rows, org.trainingaudit.setup.Configuration setup) {
            this.rows = rows;
            this.setup = setup;
        }

        Optional<org.trainingaudit.use.ScannedDataset> of(Run run, String dataset) {
            return rows.result(run, dataset)
                    .map(result -> DatasetView.of(dataset, result))
                    .map(others()::with);
        }

        /** Read when first asked for; the step that collects has told what is wrong with them. */
        private synchronized ScanResults others() {
            if (others.isEmpty()) {
                others = Optional.of(ScanResults.read(setup.collect(), setup.taxonomy()));
            }
            return others.get();
        }
    }
}
