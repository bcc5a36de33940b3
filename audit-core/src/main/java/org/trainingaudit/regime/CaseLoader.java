package org.trainingaudit.regime;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.Facts;

/** Checks one file's names and turns its cases into facts and options. */
record CaseLoader(Regimes regimes, CaseDocument document, FactCatalogue catalogue, Faults faults) {

    void load(List<Cases.Case> into) {
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

    private void load(Regime regime, CaseDocument.CasePart part, CaseFacts facts, List<Cases.Case> into) {
        int before = faults.count();
        Map<String, Node> written = facts.written(part.base(), part.use());
        part.rules().keySet().forEach(rule -> checkRule(regime, part, rule));
        part.fires().keySet().forEach(rule -> checkRule(regime, part, rule));
        part.sanctions().keySet().forEach(code -> checkSanction(regime, part, code));
        for (Text fact : part.missing()) {
            if (catalogue.find(fact.value()).isEmpty()) {
                faults.add(fact.at(), "unknown fact '" + fact + "'" + Nearest.hint(fact.value(), catalogue.names()));
            }
        }
        Facts read = facts.facts(written);
        Optional<LocalDate> asOf = asOf(part, written);
        if (asOf.isPresent()) {
            JudgeOptions options = new JudgeOptions(
                    asOf.get(), assumed(regime, part), document.unconfirmed().orElse(Unconfirmed.CAP));
            checkOptions(part, options);
            if (faults.count() == before) {
                into.add(new Cases.Case(regime.id(), part, read, options));
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
            faults.add(part.at(), "case '" + part.note() + "': unknown rule '" + rule + "'" + Nearest.hint(id, known));
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
        faults.add(part.at(), "case '" + part.note() + "': no date; give 'asOf' in the case or at the top of the file");
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
        part.assume().forEach((step, date) -> assumed.put(step.contains(".") ? step : regime.id() + "." + step, date));
        return assumed;
    }

    private void checkOptions(CaseDocument.CasePart part, JudgeOptions options) {
        regimes.contradictions(options)
                .forEach(message -> faults.add(part.at(), "case '" + part.note() + "': " + message));
    }
}
