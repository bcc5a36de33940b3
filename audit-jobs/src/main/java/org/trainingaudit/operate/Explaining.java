package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.trainingaudit.regime.Explanation;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Use;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;
import org.trainingaudit.view.UseList.VerdictLine;

/** Why the law says of a recorded use what it says: judged again on the facts that the trail has, which gives the same. */
@Component
public class Explaining {

    private static final int JUDGES = 4;

    private final UseList uses;
    private final Configuration setup;
    private final ConcurrentLruCache<LocalDate, Judge> judges;

    Explaining(UseList uses, Configuration setup) {
        this.uses = uses;
        this.setup = setup;
        this.judges = new ConcurrentLruCache<>(JUDGES, this::judge);
    }

    /**
     * A use with all that is said of it.
     *
     * @param line its line in lists
     * @param use the use with its facts
     * @param verdicts what each regime that governs it says, the worst first
     * @param why the same order: why; only of regimes that the configuration still has
     */
    public record Explained(UseList.Line line, Use use, List<VerdictLine> verdicts, List<Explanation> why) {}

    /** Explains a use, if there is one of that id that is seen. */
    public Optional<Explained> of(String id, Sight sight) {
        Optional<UseList.Line> line = uses.find(id, sight);
        Optional<Use> use = line.flatMap(found -> uses.use(id, setup.facts()));
        return use.map(found -> explained(line.orElseThrow(), found));
    }

    private Explained explained(UseList.Line line, Use use) {
        List<VerdictLine> verdicts = uses.verdicts(line.use());
        boolean weakScan = isWeak(verdicts);
        List<Explanation> why = verdicts.stream()
                .flatMap(verdict ->
                        judges.get(verdict.asOf()).explain(use.facts(), weakScan, verdict.regime(), false).stream())
                .toList();
        return new Explained(line, use, verdicts, why);
    }

    /**
     * Explains what one regime says of a use, with what would turn it, which takes seconds.
     *
     * @param regime the regime's id
     */
    public Optional<Explanation> turns(String id, String regime, Sight sight) {
        Optional<Use> use = uses.find(id, sight).flatMap(line -> uses.use(line.use(), setup.facts()));
        List<VerdictLine> verdicts = uses.verdicts(id);
        return use.flatMap(found -> verdicts.stream()
                .filter(verdict -> verdict.regime().equals(regime))
                .findFirst()
                .flatMap(verdict -> judges.get(verdict.asOf()).explain(found.facts(), isWeak(verdicts), regime)));
    }

    /** Whether the scan was too weak for a clean verdict: where that made no difference it isn't recorded, and makes none. */
    static boolean isWeak(List<VerdictLine> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.rules().valueStream())
                .anyMatch(rule -> rule.path("reason").asString("").equals("weak-scan"));
    }

    private Judge judge(LocalDate day) {
        return setup.regimes()
                .judge(new JudgeOptions(day, Map.of(), setup.settings().regime().unconfirmed()));
    }
}
