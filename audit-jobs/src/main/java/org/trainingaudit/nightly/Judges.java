package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Refusal;
import org.trainingaudit.setup.Configuration;

/** The judge of each run, made once. */
@Component
class Judges {

    private final Configuration setup;
    private final Map<String, Judge> byRun = new ConcurrentHashMap<>();

    Judges(Configuration setup) {
        this.setup = setup;
    }

    Judge of(Run run) {
        return byRun.computeIfAbsent(
                run.key(),
                key -> setup.regimes()
                        .judge(new JudgeOptions(
                                        run.asOf(),
                                        run.request().assumed(),
                                        setup.settings().regime().unconfirmed())
                                .knownAt(run.request().knownAt())));
    }

    /** The regimes of the run that can't be judged on its date. */
    List<Refusal> refused(Run run) {
        return of(run).refused().stream()
                .filter(refusal -> run.request().includesRegime(refusal.regime()))
                .toList();
    }
}
