package org.trainingaudit.regime;

import java.nio.file.Path;
import java.time.LocalDate;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** The packs that ship, with their catalogue. */
record ShippedPacks(FactCatalogue catalogue, Regimes regimes) {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static ShippedPacks load(Path config) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(config, faults);
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        FactCatalogue catalogue = FactCatalogue.load(files, taxonomy, faults);
        Regimes regimes = Regimes.load(files, taxonomy, catalogue, faults);
        faults.throwIfAny();
        return new ShippedPacks(catalogue, regimes);
    }

    Judge judge() {
        return regimes.judge(JudgeOptions.asOf(TODAY));
    }
}
