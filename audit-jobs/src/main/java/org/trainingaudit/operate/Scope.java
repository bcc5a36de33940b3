package org.trainingaudit.operate;

import java.util.Collection;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;

/** Checks that what a run is asked to look at exists, before anything runs. */
public final class Scope {

    private Scope() {}

    /**
     * Checks sources, regimes and assumed steps.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every name that doesn't exist
     */
    public static void check(RunRequest request, Configuration configuration) {
        Faults faults = new Faults();
        checkNames(
                "--source",
                request.sources(),
                configuration.sources().all().stream().map(Source::id).toList(),
                faults);
        checkNames(
                "--regime",
                request.regimes(),
                configuration.regimes().all().stream().map(Regime::id).toList(),
                faults);
        faults.throwIfAny();
        request.asOf()
                .ifPresent(day -> configuration
                        .regimes()
                        .judge(new JudgeOptions(
                                        day,
                                        request.assumed(),
                                        configuration.settings().regime().unconfirmed())
                                .knownAt(request.knownAt())));
    }

    private static void checkNames(String option, Collection<String> asked, Collection<String> known, Faults faults) {
        for (String name : asked) {
            if (!known.contains(name)) {
                String hint = Nearest.hint(name, known);
                faults.add(
                        Location.of(option),
                        "unknown name '" + name + "'" + (hint.isEmpty() ? "; expected one of " + known : hint));
            }
        }
    }
}
