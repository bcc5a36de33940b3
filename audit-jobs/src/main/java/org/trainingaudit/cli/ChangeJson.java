package org.trainingaudit.cli;

import java.util.Map;
import org.trainingaudit.operate.ChangeReport;
import org.trainingaudit.operate.ChangeReport.ChangedPair;
import org.trainingaudit.operate.ChangeReport.NextStep;
import org.trainingaudit.regime.Comparison.Cause;
import org.trainingaudit.regime.Comparison.Group;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changes, as one JSON object. */
final class ChangeJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ChangeJson() {}

    static ObjectNode of(ChangeReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("from", report.from().toString())
                .put("to", report.to().toString());
        ArrayNode assumed = json.putArray("assumed");
        report.assumed()
                .forEach(step -> assumed.addObject()
                        .put("step", step.step())
                        .put("date", step.date().toString())
                        .put("basis", step.asked() ? "asked" : "latest"));
        ArrayNode open = json.putArray("notAssumed");
        report.open()
                .forEach(step -> open.addObject()
                        .put("step", step.step())
                        .put("latest", step.latest().toString()));
        json.put("uses", report.uses()).put("regimes", report.regimes());
        json.set("pairs", counts(report.pairs(), Group.values()));
        json.set("worst", counts(report.worst(), Group.values()));
        ArrayNode changes = json.putArray("changes");
        report.changed().forEach(pair -> changes.add(change(pair)));
        ArrayNode steps = json.putArray("nextSteps");
        report.nextSteps().forEach(step -> steps.add(next(step)));
        return json;
    }

    private static ObjectNode counts(Map<Group, Long> counts, Group... groups) {
        ObjectNode json = JSON.createObjectNode();
        for (Group group : groups) {
            json.put(camelCase(group), counts.getOrDefault(group, 0L));
        }
        return json;
    }

    private static String camelCase(Group group) {
        return switch (group) {
            case NEWLY_UNLAWFUL -> "newlyUnlawful";
            case NEWLY_LAWFUL -> "newlyLawful";
            case NEWLY_UNCERTAIN -> "newlyUncertain";
            case UNCHANGED -> "unchanged";
        };
    }

    private static ObjectNode change(ChangedPair pair) {
        ObjectNode json = JSON.createObjectNode()
                .put("group", pair.comparison().group().word())
                .put("use", pair.use())
                .put("dataset", pair.dataset())
                .put("regime", pair.comparison().after().regime());
        json.set("before", verdict(pair.comparison().before()));
        json.set("after", verdict(pair.comparison().after()));
        ArrayNode rules = json.putArray("rules");
        pair.comparison().causes().forEach(cause -> rules.add(cause(cause)));
        return json;
    }

    private static ObjectNode verdict(Judgement judgement) {
        return JSON.createObjectNode()
                .put("asOf", judgement.asOf().toString())
                .put("verdict", judgement.verdict().word())
                .put("provisional", judgement.provisional());
    }

    private static ObjectNode cause(Cause cause) {
        return JSON.createObjectNode()
                .put("rule", cause.rule())
                .put("citation", cause.citation())
                .put("before", cause.before().map(Outcome::word).orElse(null))
                .put("after", cause.after().map(Outcome::word).orElse(null))
                .put("by", cause.by().orElse(null))
                .put("step", cause.step().orElse(null))
                .put("because", cause.because());
    }

    private static ObjectNode next(NextStep step) {
        ObjectNode json = JSON.createObjectNode()
                .put("date", step.date().toString())
                .put("fixed", step.fixed())
                .put("uses", step.uses());
        ArrayNode steps = json.putArray("steps");
        step.steps().forEach(steps::add);
        json.set("pairs", counts(step.pairs(), Group.NEWLY_UNLAWFUL, Group.NEWLY_LAWFUL, Group.NEWLY_UNCERTAIN));
        return json;
    }
}
