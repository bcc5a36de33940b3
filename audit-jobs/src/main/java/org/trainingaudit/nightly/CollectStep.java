package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.config.Fault;
import org.trainingaudit.nightly.UseRows.UseRow;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;
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
            StepTasks tasks,
            Runs runs,
            Progress progress,
            org.trainingaudit.setup.Configuration setup,
            UseRows rows,
            UseDocument documents,
            BrokenDocuments broken,
            Trail trail,
            Attestations attestations,
            Places places) {
        return tasks.step(NAME, run -> {
            if (!rows.begin(run)) {
                return true;
            }
            KnownFacts known = known(run, attestations, places, setup);
            UseChunks chunks = new UseChunks(
                    setup.settings().nightly().chunkSize(),
                    uses -> save(run, rows, known, uses),
                    new Collected(run, rows, documents));
            EstateEnd end = EstateUses.each(setup.sources(), setup.collect(), setup.facts(), setup.taxonomy(), chunks);
            chunks.handOn();
            rows.end(run);
            end.faults().stream().map(Fault::text).forEach(progress::note);
            end.notes().forEach(progress::note);
            broken.entries(run, end).forEach(trail::submit);
            if (!end.whole()) {
                runs.noteBrokenRegister(run);
            }
            return true;
        });
    }

    private static KnownFacts known(
            Run run, Attestations attestations, Places places, org.trainingaudit.setup.Configuration setup) {
        return run.request().knownAt().isPresent()
                ? KnownFacts.read(places.trail(), run.moment(), setup.facts())
                : KnownFacts.of(attestations.all(), run.moment(), setup.facts());
    }

    /** Uses of datasets that a run leaves out are kept, so that a second entry of their id is told; no step takes them up. */
    private static void save(Run run, UseRows rows, KnownFacts known, List<Use> uses) {
        Map<Boolean, List<UseRow>> included = uses.stream()
                .collect(Collectors.partitioningBy(
                        use -> run.request().includesDataset(use.dataset()),
                        Collectors.mapping(use -> row(0, known.of(use)), Collectors.toList())));
        rows.add(run, true, included.getOrDefault(true, List.of()));
        rows.add(run, false, included.getOrDefault(false, List.of()));
    }

    private static UseRow row(long position, Use use) {
        return new UseRow(position, use.id(), UseDocument.write(use));
    }

    /** What lies in rows already. */
    private record Collected(Run run, UseRows rows, UseDocument documents) implements UseChunks.Handed {

        @Override
        public Optional<String> origin(String id) {
            return rows.find(run, id).map(row -> documents.read(row.document()).origin());
        }

        @Override
        public void doubt(String id, Fact mark) {
            rows.find(run, id).ifPresent(row -> {
                Use use = documents.read(row.document());
                rows.change(row(row.position(), use.withFacts(use.facts().with(List.of(mark)))));
            });
        }
    }
}
