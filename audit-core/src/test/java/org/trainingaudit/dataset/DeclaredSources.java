package org.trainingaudit.dataset;

import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

/** Reads sources as a test declares them, under its settings; faults are gathered. */
abstract class DeclaredSources {

    final Faults faults = new Faults();
    DatasetSettings settings = DatasetSettings.defaults();

    final Sources load(String yaml) {
        return Sources.load(ConfigFiles.of(ConfigFile.of("sources.yaml", yaml)), settings, faults);
    }

    final DatasetSettings settings(String yaml) {
        return Binder.kebabCase(faults)
                .bind(ConfigFile.of("a.yaml", yaml).parse(faults).orElseThrow(), DatasetSettings.class)
                .orElseThrow();
    }
}
