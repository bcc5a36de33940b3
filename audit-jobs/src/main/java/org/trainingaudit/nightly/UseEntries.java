package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.use.Contradiction;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a use and decided on it, as entries of the trail format. */
@Component
class UseEntries {

    static final String USE = "use";
    static final String VERDICT = "verdict";
    static final String CONTRADICTION = "contradiction";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SafeNames names;

    UseEntries(SafeNames names) {
        this.names = names;
    }

    List<Statement> contradictions(Run run, List<? extends ReconciledUse> uses) {
        return uses.stream()
                .flatMap(use -> use.contradictions().stream())
                .map(contradiction -> contradiction(run, contradiction))
                .toList();
    }

    /** That a contradiction is over. */
    EntryDraft settled(Run run, String use, String what) {
        return contradiction(run, new Contradiction(use, what, "", "", "no longer contradicted"))
                .entry();
    }

    private static Statement contradiction(Run run, Contradiction found) {
        ObjectNode body = JSON.createObjectNode()
                .put("use", found.use())
                .put("what", found.what())
                .put("claimed", found.claimed())
                .put("observed", found.observed())
                .put("evidence", found.evidence());
        EntryDraft entry =
                new EntryDraft(CONTRADICTION, run.key(), List.of(run.key(), found.use(), found.what()), body);
        return new Statement(CONTRADICTION, found.use(), found.what(), body.toString(), entry);
    }

    /** The use itself, in as many parts as it needs, with the regimes that have nothing to say of it. */
    List<Statement> use(Run run, Use use, List<String> notGovernedBy) {
        List<Statement> parts = new ArrayList<>();
        for (ObjectNode body : UseJson.bodies(use)) {
            body.put("dataset", use.dataset().isEmpty() ? "" : names.of(use.dataset()));
            BodyTexts.put(body, "not_governed_by", notGovernedBy);
            String part = Integer.toString(body.path("part").asInt(1));
            EntryDraft entry = new EntryDraft(USE, run.key(), List.of(run.key(), use.id(), part), body);
            String comparable = UseJson.contentSha256(use) + " " + notGovernedBy + " " + body.path("parts");
            parts.add(new Statement(USE, use.id(), part, comparable, entry));
        }
        return parts;
    }

    /**
     * What one regime says; the date on which the law was read makes no difference by itself.
     *
     * @param factsSha256 {@link UseJson#factsSha256} of the use's facts, the same for all regimes
     */
    Statement verdict(Run run, Use use, String factsSha256, Regime regime, Judgement judgement) {
        ObjectNode body = JSON.createObjectNode()
                .put("use", use.id())
                .put("dataset", use.dataset().isEmpty() ? "" : names.of(use.dataset()))
                .put("regime", regime.id())
                .put("regime_sha256", regime.sha256())
                .put("outcome", judgement.verdict().word())
                .put("provisional", judgement.provisional())
                .put("facts_sha256", factsSha256);
        ArrayNode rules = body.putArray("rules");
        judgement.rules().stream()
                .filter(rule -> rule.outcome() != Outcome.NOT_APPLICABLE)
                .map(UseEntries::rule)
                .forEach(rules::add);
        String comparable = body.toString();
        body.put("as_of", judgement.asOf().toString());
        EntryDraft entry = new EntryDraft(VERDICT, run.key(), List.of(run.key(), use.id(), regime.id()), body);
        return new Statement(VERDICT, use.id(), regime.id(), comparable, entry);
    }

    private static ObjectNode rule(RuleOutcome outcome) {
        ObjectNode rule = JSON.createObjectNode()
                .put("rule", outcome.rule())
                .put("outcome", outcome.outcome().word())
                .put("reason", outcome.reason().map(reason -> reason.word()).orElse(null))
                .put("by", outcome.by().orElse(null));
        BodyTexts.put(rule, "missing", outcome.missing());
        return rule;
    }

    /** That no register has the use any more. */
    EntryDraft ended(Run run, String use) {
        ObjectNode body = JSON.createObjectNode()
                .put("use", use)
                .put("dataset", "")
                .put("training", "")
                .put("origin", "reconcile")
                .put("state", "ended");
        body.putArray("facts");
        body.putArray("not_governed_by");
        return new EntryDraft(USE, run.key(), List.of(run.key(), use, "1"), body);
    }
}
