package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Refusal;
import org.trainingaudit.setup.Configuration;

/** The judge of each run, made once while the run lasts. */
@Component
class Judges {

    /** More than one, as a worker may still have shares of the run before. */
    static final int HELD = 4;

    private final Configuration setup;
    private final ConcurrentLruCache<JudgeOptions, Judge> newest;

    Judges(Configuration setup) {
        this.setup = setup;
        this.newest = new ConcurrentLruCache<>(HELD, setup.regimes()::judge);
    }

    Judge of(Run run) {
        JudgeOptions options = new JudgeOptions(
                        run.asOf(),
                        run.request().assumed(),
                        setup.settings().regime().unconfirmed())
                .knownAt(run.request().knownAt());
        return newest.get(options);
    }

    /** The regimes of the run that can't be judged on its date. */
    List<Refusal> refused(Run run) {
        return of(run).refused().stream()
                .filter(refusal -> run.request().includesRegime(refusal.regime()))
                .toList();
    }
}
