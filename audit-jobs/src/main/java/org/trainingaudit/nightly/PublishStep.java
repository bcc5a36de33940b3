package org.trainingaudit.nightly;

import java.nio.file.Path;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.report.ConfigSnapshots;
import org.trainingaudit.report.Reports;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;

/**
 * Folds the trail up to the checkpoint into reports, publishes their folder whole, then records each file. After a kill
 * between the two, the folder is found with the same bytes and only the entries are added.
 */
@Configuration(proxyBeanMethods = false)
class PublishStep {

    private static final String NAME = "publish";

    @Bean
    Step publish(
            StepTasks tasks,
            Runs runs,
            Places places,
            org.trainingaudit.setup.Configuration setup,
            RunEntries entries,
            RunStatuses statuses,
            PublishedCounts counts,
            Trail trail) {
        return tasks.step(NAME, run -> {
            long size = runs.sealedSize(run);
            Path folder = places.reports().resolve(run.folder());
            Reports.Written written = Reports.writeAndCount(
                    trail.reader().texts(size),
                    run.key(),
                    ConfigSnapshots.ofFolder(places.trail().resolve("config")),
                    setup.settings().report(),
                    folder);
            counts.put(run.key(), written.summary());
            written.files().forEach(report -> trail.submit(entries.report(run, report, size)));
            trail.submit(entries.close(run, statuses.of(run)));
            return true;
        });
    }
}
