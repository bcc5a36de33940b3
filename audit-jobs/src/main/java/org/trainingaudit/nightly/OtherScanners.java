package org.trainingaudit.nightly;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ScanResults;

/**
 * What other scanners found, read once for a run: their files are among those whose fingerprints it keeps, and a program that
 * goes on reads them anew for the next. The step that collects tells what is wrong with them.
 */
@Component
class OtherScanners {

    private final Configuration setup;
    private Optional<ScanResults> results = Optional.empty();
    private String of = "";

    OtherScanners(Configuration setup) {
        this.setup = setup;
    }

    synchronized ScanResults results(Run run) {
        if (results.isEmpty() || !of.equals(run.key())) {
            results = Optional.of(ScanResults.read(setup.collect(), setup.taxonomy()));
            of = run.key();
        }
        return results.get();
    }
}
