package org.trainingaudit.regime;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;
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

    private static final String ENDING = ".cases.yaml";

    private record Case(String regime, CaseDocument.CasePart part, Facts facts, JudgeOptions options) {}

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
        for (ConfigFile file : files.under("regimes/")) {
            if (file.name().endsWith(ENDING)) {
                file.parse(faults)
                        .flatMap(tree -> Binder.camelCase(faults).bind(tree, CaseDocument.class))
                        .ifPresent(document -> new Loader(regimes, document, catalogue, faults).load(cases));
            }
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

    /** Checks one file's names and turns its cases into facts and options. */
    private record Loader(Regimes regimes, CaseDocument document, FactCatalogue catalogue, Faults faults) {

        void load(List<Case> into) {
            String id = document.regime().value();
            if (regimes.leftOut().contains(id)) {
                return;
            }
            Optional<Regime> regime = regimes.get(id);
            if (regime.isEmpty()) {
                List<String> known = regimes.all().stream().map(Regime::id).toList();
                faults.add(document.regime().at(), "unknown regime '" + id + "'" + Nearest.hint(id, known));
                return;
            }
            CaseFacts facts = new CaseFacts(document, catalogue, faults);
            document.cases()
                    .map(list -> Binder.camelCase(faults).bindList(list, CaseDocument.CasePart.class))
                    .orElse(List.of())
                    .forEach(part -> load(regime.get(), part, facts, into));
        }

        private void load(Regime regime, CaseDocument.CasePart part, CaseFacts facts, List<Case> into) {
            int before = faults.count();
            Map<String, Node> written = facts.written(part.base(), part.use());
            part.rules().keySet().forEach(rule -> checkRule(regime, part, rule));
            part.fires().keySet().forEach(rule -> checkRule(regime, part, rule));
            part.sanctions().keySet().forEach(code -> checkSanction(regime, part, code));
            for (Text fact : part.missing()) {
                if (catalogue.find(fact.value()).isEmpty()) {
                    faults.add(
                            fact.at(), "unknown fact '" + fact + "'" + Nearest.hint(fact.value(), catalogue.names()));
                }
            }
            Facts read = facts.facts(written);
            Optional<LocalDate> asOf = asOf(part, written);
            if (asOf.isPresent()) {
                JudgeOptions options = new JudgeOptions(
                        asOf.get(),
                        assumed(regime, part),
                        document.unconfirmed().orElse(Unconfirmed.CAP));
                checkOptions(part, options);
                if (faults.count() == before) {
                    into.add(new Case(regime.id(), part, read, options));
                }
            }
        }

        private void checkRule(Regime regime, CaseDocument.CasePart part, String rule) {
            int slash = rule.indexOf('/');
            Optional<Regime> of = slash < 0 ? Optional.of(regime) : regimes.get(rule.substring(0, slash));
            String id = rule.substring(slash + 1);
            if (of.flatMap(found -> found.rule(id)).isEmpty() && !id.equals(Judgement.SCOPE)) {
                List<String> known =
                        of.orElse(regime).rules().stream().map(Rule::id).toList();
                faults.add(
                        part.at(), "case '" + part.note() + "': unknown rule '" + rule + "'" + Nearest.hint(id, known));
            }
        }

        private void checkSanction(Regime regime, CaseDocument.CasePart part, String code) {
            Set<String> known = regime.sanctions().keySet();
            if (!known.contains(code)) {
                faults.add(
                        part.at(),
                        "case '" + part.note() + "': unknown sanction '" + code + "'" + Nearest.hint(code, known));
            }
        }

        private Optional<LocalDate> asOf(CaseDocument.CasePart part, Map<String, Node> written) {
            Optional<LocalDate> given = part.asOf().or(document::asOf);
            if (given.isPresent()) {
                return given;
            }
            if (written.get(FactSlots.USE_DATE) instanceof Node.Scalar day) {
                return parse(day);
            }
            faults.add(
                    part.at(),
                    "case '" + part.note() + "': no date; give 'asOf' in the case or at the top of the file");
            return Optional.empty();
        }

        private Optional<LocalDate> parse(Node.Scalar day) {
            try {
                return Optional.of(LocalDate.parse(day.text()));
            } catch (DateTimeParseException e) {
                faults.add(day.at(), "expected a date such as 2026-11-21, but found " + day.describe());
                return Optional.empty();
            }
        }

        private static Map<String, LocalDate> assumed(Regime regime, CaseDocument.CasePart part) {
            Map<String, LocalDate> assumed = new HashMap<>();
            part.assume()
                    .forEach((step, date) -> assumed.put(step.contains(".") ? step : regime.id() + "." + step, date));
            return assumed;
        }

        private void checkOptions(CaseDocument.CasePart part, JudgeOptions options) {
            regimes.contradictions(options)
                    .forEach(message -> faults.add(part.at(), "case '" + part.note() + "': " + message));
        }
    }
}
