package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.config.Fault;
import org.trainingaudit.nightly.UseRows.UseRow;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.Attestations;
import org.trainingaudit.use.EstateEnd;
import org.trainingaudit.use.EstateUses;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Use;

/**
 * Reads registers and the documents of tools into uses, and joins what was seen with what is declared. One transaction: a
 * restart reads them all again, from the same bytes, because a run whose registers or documents have changed isn't
 * restarted. The uses go into rows chunk by chunk as they are read.
 *
 * <p>A use that has a fault in its row is kept with what could be read of it and never called compliant.
 */
@Configuration(proxyBeanMethods = false)
class CollectStep {

    private static final String NAME = "collect";

    @Bean
    Step collect(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Runs runs,
            Progress progress,
            org.trainingaudit.setup.Configuration setup,
            UseRows rows,
            UseDocument documents,
            Attestations attestations,
            Places places) {
        StepTask task = new StepTask(NAME, runs, progress, run -> {
            KnownFacts known = known(run, attestations, places, setup);
            UseChunks chunks = new UseChunks(
                    setup.settings().nightly().chunkSize(),
                    uses -> rows.add(run, rows(run, known, uses)),
                    (id, mark) -> rows.find(run, id)
                            .ifPresent(row -> doubt(run, rows, documents.read(row.document()), mark)));
            EstateEnd end = EstateUses.each(setup.sources(), setup.collect(), setup.facts(), setup.taxonomy(), chunks);
            chunks.handOn();
            end.faults().stream().map(Fault::text).forEach(progress::note);
            end.notes().forEach(progress::note);
            if (!end.whole()) {
                runs.noteBrokenRegister(run);
            }
            return true;
        });
        return new StepBuilder(NAME, jobs).tasklet(task, transactions).build();
    }

    private static KnownFacts known(
            Run run, Attestations attestations, Places places, org.trainingaudit.setup.Configuration setup) {
        return run.request().knownAt().isPresent()
                ? KnownFacts.read(places.trail(), run.moment(), setup.facts())
                : KnownFacts.of(attestations.all(), run.moment(), setup.facts());
    }

    private static List<UseRow> rows(Run run, KnownFacts known, List<Use> uses) {
        return uses.stream()
                .filter(use -> run.request().includesDataset(use.dataset()))
                .map(use -> row(known.of(use)))
                .toList();
    }

    private static void doubt(Run run, UseRows rows, Use use, Fact mark) {
        rows.update(
                run, UseRows.COLLECTED, List.of(row(use.withFacts(use.facts().with(List.of(mark))))));
    }

    private static UseRow row(Use use) {
        return new UseRow(use.id(), UseDocument.write(use), "");
    }
}
