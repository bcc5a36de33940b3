package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Names;
import org.trainingaudit.regime.Explanation;
import org.trainingaudit.regime.Explanation.Branch;
import org.trainingaudit.regime.Explanation.Known;
import org.trainingaudit.regime.Explanation.Part;
import org.trainingaudit.regime.Explanation.RuleExplanation;
import org.trainingaudit.regime.Explanation.Turn;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.SetAside;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An explanation as one JSON object. {@code facts} and {@code weakScan} are all that the verdicts rest on beside the law:
 * judged again, they give the same.
 */
final class ExplanationJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ExplanationJson() {}

    static ObjectNode of(
            ReconciledUse reconciled, List<Explanation> explanations, LocalDate day, Optional<LocalDate> known) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", reconciled.use().id())
                .put("dataset", reconciled.use().dataset())
                .put("training", reconciled.use().training())
                .put("origin", reconciled.use().origin())
                .put("asOf", day.toString())
                .put("knownAt", known.map(LocalDate::toString).orElse(null))
                .put("weakScan", reconciled.weakScan())
                .put("weakReason", reconciled.weakReason());
        ObjectNode facts = json.putObject("facts");
        reconciled.use().facts().all().forEach(fact -> facts.set(fact.name(), value(fact.value())));
        ArrayNode setAside = json.putArray("setAside");
        reconciled.use().facts().setAside().forEach(each -> setAside(each, setAside.addObject()));
        reconciled.use().facts().setAside().stream()
                .filter(each ->
                        reconciled.use().facts().unknown().contains(each.fact().name()))
                .filter(SetAside::makesUnknown)
                .forEach(each -> stated(each.fact(), facts.putObject(each.fact().name())));
        ArrayNode contradictions = json.putArray("contradictions");
        reconciled
                .contradictions()
                .forEach(each -> contradictions
                        .addObject()
                        .put("what", each.what())
                        .put("declared", each.claimed())
                        .put("seen", each.observed())
                        .put("evidence", each.evidence()));
        ArrayNode regimes = json.putArray("regimes");
        explanations.forEach(each -> regimes.add(regime(each)));
        return json;
    }

    static ObjectNode regime(Explanation explanation) {
        ObjectNode json = JSON.createObjectNode()
                .put("regime", explanation.judgement().regime())
                .put("verdict", explanation.judgement().verdict().word())
                .put("provisional", explanation.judgement().provisional());
        json.set("name", names(explanation.regime().name()));
        json.set("governs", branch(explanation.scope()));
        ArrayNode rules = json.putArray("rules");
        explanation.rules().forEach(rule -> rules.add(rule(rule, explanation.regime())));
        return json;
    }

    private static ObjectNode rule(RuleExplanation rule, Regime regime) {
        RuleOutcome outcome = rule.outcome();
        ObjectNode json = JSON.createObjectNode()
                .put("rule", outcome.rule())
                .put("outcome", outcome.outcome().word())
                .put("reason", outcome.reason().map(reason -> reason.word()).orElse(null))
                .put("citation", outcome.citation())
                .put("step", outcome.step().orElse(null))
                .put("revision", outcome.revision().orElse(null))
                .put("by", outcome.by().orElse(null))
                .put("because", outcome.because());
        regime.rule(outcome.rule()).ifPresent(said -> json.set("title", names(said.title())));
        ArrayNode missing = json.putArray("missing");
        outcome.missing().forEach(missing::add);
        ArrayNode conditions = json.putArray("conditions");
        rule.parts().forEach(part -> conditions.add(part(part)));
        if (!rule.sanctions().isEmpty()) {
            json.set("sanctions", SanctionJson.of(rule.sanctions()));
        }
        ArrayNode turns = json.putArray("turns");
        rule.turns().forEach(turn -> turns.add(turn(turn)));
        return json;
    }

    private static ObjectNode names(Names names) {
        ObjectNode json = JSON.createObjectNode().put("en", names.en()).put("ja", names.ja());
        names.zh().ifPresent(name -> json.put("zh", name));
        names.ko().ifPresent(name -> json.put("ko", name));
        return json;
    }

    private static ObjectNode part(Part part) {
        return JSON.createObjectNode().put("role", part.role()).setAll(branch(part.condition()));
    }

    private static ObjectNode branch(Branch branch) {
        ObjectNode json = JSON.createObjectNode()
                .put("text", branch.text())
                .put("truth", branch.truth().word());
        ArrayNode facts = json.putArray("facts");
        branch.facts().forEach(known -> facts.add(known(known)));
        ArrayNode branches = json.putArray("branches");
        branch.branches().forEach(each -> branches.add(branch(each)));
        return json;
    }

    private static ObjectNode known(Known known) {
        ObjectNode json = JSON.createObjectNode().put("fact", known.name());
        known.stated().ifPresent(fact -> stated(fact, json));
        known.note().ifPresent(note -> json.put("note", note));
        return json;
    }

    private static void stated(Fact fact, ObjectNode into) {
        into.set("value", value(fact.value()));
        into.put("origin", fact.origin());
        date("since", fact.since(), into);
        date("recorded", fact.recorded(), into);
        date("until", fact.until(), into);
        fact.attestation().ifPresent(it -> into.put("by", it.by()).put("evidence", it.evidence()));
    }

    private static void setAside(SetAside each, ObjectNode into) {
        into.put("fact", each.fact().name());
        stated(each.fact(), into);
        into.put("why", each.why().word()).put("told", each.told());
    }

    private static void date(String name, Optional<LocalDate> date, ObjectNode into) {
        date.ifPresent(day -> into.put(name, day.toString()));
    }

    private static ObjectNode turn(Turn turn) {
        ObjectNode json = JSON.createObjectNode().put("outcome", turn.outcome().word());
        ArrayNode changes = json.putArray("changes");
        turn.changes()
                .forEach(
                        change -> changes.addObject().put("fact", change.fact()).set("value", value(change.value())));
        return json;
    }

    private static JsonNode value(FactValue value) {
        return JSON.valueToTree(value.json());
    }
}
