package org.trainingaudit.nightly;

import java.util.ArrayList;
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
import org.trainingaudit.use.EstateUses;
import org.trainingaudit.use.Use;

/**
 * Reads registers and the documents of tools into uses, and joins what was seen with what is declared. One transaction: a
 * restart reads them all again, from the same bytes, because a run whose registers or documents have changed isn't
 * restarted.
 *
 * <p>A use that has a fault in its row is kept with what could be read of it and never called compliant.
 */
@Configuration(proxyBeanMethods = false)
class CollectStep {

    private static final String NAME = "collect";
    private static final int BATCH = 500;

    @Bean
    Step collect(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Runs runs,
            Progress progress,
            org.trainingaudit.setup.Configuration setup,
            UseRows rows,
            Attestations attestations,
            Places places) {
        StepTask task = new StepTask(NAME, runs, progress, run -> {
            // A kill after the commit and before the step is told done brings it here again.
            rows.forget(run);
            EstateUses result = EstateUses.read(setup.sources(), setup.collect(), setup.facts(), setup.taxonomy());
            result.faults().stream().map(Fault::text).forEach(progress::note);
            result.notes().forEach(progress::note);
            if (!result.whole()) {
                runs.noteBrokenRegister(run);
            }
            KnownFacts known = known(run, attestations, places, setup);
            save(run, rows, result.uses().stream().map(known::of).toList());
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

    private static void save(Run run, UseRows rows, List<Use> uses) {
        List<UseRow> batch = new ArrayList<>();
        for (Use use : uses) {
            if (run.request().includesDataset(use.dataset())) {
                batch.add(new UseRow(use.id(), UseDocument.write(use), ""));
            }
            if (batch.size() == BATCH) {
                rows.add(run, batch);
                batch.clear();
            }
        }
        rows.add(run, batch);
    }
}
