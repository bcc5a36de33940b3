package org.trainingaudit.nightly;

import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.use.LineageIntake;

/**
 * Fixes what the run is about: the configuration snapshot beside the trail, each dataset and register with its
 * fingerprint, and {@code run_open}; in a new year's log also what stays in force of the old one. Settles the datasets that
 * need no reading ({@link SettledDatasets}). One transaction; done again from the beginning after a kill.
 * Before it, the uses of runs that are over make room, some thousands in a transaction, and their datasets, a run in one.
 */
@Configuration(proxyBeanMethods = false)
class PrepareStep {

    private static final String NAME = "prepare";

    @Bean
    Step prepare(
            StepTasks tasks,
            Progress progress,
            InputList list,
            Inputs inputs,
            SettledDatasets settled,
            org.trainingaudit.setup.Configuration setup,
            RunEntries entries,
            UseRows uses,
            Places places,
            Trail trail) {
        return tasks.step(NAME, run -> {
            if (uses.forgetSome() || inputs.forgetSome()) {
                return false;
            }
            trail.keepConfiguration(setup.files().zip());
            if (!setup.detectors().blind().isEmpty()) {
                progress.note("WARN: " + setup.detectors().blindness());
            }
            new LineageIntake(places.lineage()).pack();
            // A kill after the commit and before the step is told done brings it here again.
            inputs.forget(run);
            List<DatasetInput> datasets = list.datasets(run);
            inputs.addDatasets(run, datasets);
            for (Path register : list.registers()) {
                inputs.addRegister(run, register.toString(), InputList.fingerprint(register));
            }
            trail.submit(entries.open(run));
            if (trail.size() == 1) {
                trail.previous().ifPresent(old -> trail.submit(CarriedOver.from(old, run)));
            }
            trail.submit(settled.settle(run, datasets));
            return true;
        });
    }
}
