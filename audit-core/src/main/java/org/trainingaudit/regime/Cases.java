package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.Facts;

/**
 * Given uses and what a regime must say of them, from {@code regimes/<regime>.cases.yaml}.
 *
 * <p>A case is judged as of its own {@code asOf}, else the file's, else the fact {@code useDate}. {@code rules} wants
 * exactly these outcomes, {@code fires} outcomes at least as bad, {@code missing} facts that must be among the missing, {@code
 * sanctions} where these stand for the breaches.
 */
public final class Cases {

    /** A case as it is judged. */
    record Case(String regime, CaseDocument.CasePart part, Facts facts, JudgeOptions options) {}

    private final Regimes regimes;
    private final List<Case> cases;

    private Cases(Regimes regimes, List<Case> cases) {
        this.regimes = regimes;
        this.cases = cases;
    }

    /**
     * Reads every file of cases; cases with a fault are left out and the fault is told. Cases of a regime that was left
     * out can't run and are left out with it.
     */
    public static Cases load(ConfigFiles files, Regimes regimes, FactCatalogue catalogue, Faults faults) {
        List<Case> cases = new ArrayList<>();
        for (ConfigFile file : PackFiles.cases(files)) {
            file.parse(faults)
                    .flatMap(tree -> Binder.camelCase(faults).bind(tree, CaseDocument.class))
                    .ifPresent(document -> new CaseLoader(regimes, document, catalogue, faults).load(cases));
        }
        return new Cases(regimes, cases);
    }

    /** How many there are. */
    public int count() {
        return cases.size();
    }

    /** Judges every case, in the order in which they are written. */
    public List<CaseResult> run() {
        Map<JudgeOptions, Judge> judges = new HashMap<>();
        List<CaseResult> results = new ArrayList<>();
        for (Case each : cases) {
            Judge judge = judges.computeIfAbsent(each.options, regimes::judge);
            boolean weak = each.part.weakScan().orElse(false);
            Map<String, Judgement> judgements = new HashMap<>();
            judge.judge(each.facts, weak).forEach(judgement -> judgements.put(judgement.regime(), judgement));
            Judgement own = judgements.get(each.regime);
            Map<String, List<RuleSanction>> sanctions =
                    own == null || each.part.sanctions().isEmpty() ? Map.of() : judge.sanctions(each.facts, own);
            results.add(new CaseCheck(each.regime, each.part, judgements, sanctions).result());
        }
        return results;
    }
}
