package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingaudit.csv.JsonText;
import org.trainingaudit.report.Recorded.OfWaiver;

/** {@code findings.sarif.json}: the findings that are open or were closed tonight, as SARIF 2.1.0. */
final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Night night;
    private final FindingLines findings;
    private final Map<String, Integer> ruleIndex = new LinkedHashMap<>();
    private final List<Object> rules = new ArrayList<>();

    Sarif(Night night, FindingLines findings) {
        this.night = night;
        this.findings = findings;
    }

    /** The document; its results are made as they are written. */
    Map<String, Object> document() {
        findings.forEach(line -> {
            if (isTold(line)) {
                line.last().rules().forEach(rule -> ruleIndex(line.last().regime(), rule));
            }
        });
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "training-audit");
        driver.put("version", night.run().codeVersion());
        driver.put("rules", rules);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("automationDetails", Map.of("id", night.run().key()));
        run.put("results", new Lazy<>(findings, this::results));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", "2.1.0");
        document.put("runs", List.of(run));
        return document;
    }

    private boolean isTold(FindingLine line) {
        return line.history().isOpen() || line.history().isClosedBy(night.run().key());
    }

    private List<Map<String, Object>> results(FindingLine line) {
        return isTold(line)
                ? line.last().rules().stream().map(rule -> result(line, rule)).toList()
                : List.of();
    }

    private int ruleIndex(String regime, String rule) {
        return ruleIndex.computeIfAbsent(regime + "/" + rule, id -> {
            Law.RuleText text = night.law().rule(regime, rule);
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("id", id);
            described.put("shortDescription", Map.of("text", text.citation().isEmpty() ? id : text.citation()));
            if (!night.law().source(regime).isEmpty()) {
                described.put("helpUri", night.law().source(regime));
            }
            rules.add(described);
            return rules.size() - 1;
        });
    }

    private Map<String, Object> result(FindingLine line, String rule) {
        Recorded.OfFinding last = line.last();
        int index = ruleIndex(last.regime(), rule);
        boolean open = line.history().isOpen();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", last.regime() + "/" + rule);
        result.put("ruleIndex", index);
        result.put("kind", open ? "fail" : "pass");
        result.put("level", open ? level(last.severity()) : "none");
        result.put("message", Map.of("text", "Use " + last.use() + ": " + last.reason()));
        result.put(
                "locations",
                List.of(Map.of(
                        "logicalLocations",
                        List.of(JsonText.object(
                                "fullyQualifiedName", place(last.dataset(), last.use()), "kind", "resource")))));
        result.put(
                "partialFingerprints",
                JsonText.object("finding/v1", last.finding(), "row/v1", last.finding() + "/" + rule));
        result.put("baselineState", baseline(line));
        line.holding().ifPresent(waiver -> result.put("suppressions", List.of(suppression(waiver))));
        return result;
    }

    private static String place(String dataset, String use) {
        return dataset.isEmpty() ? use : dataset + "#" + use;
    }

    private static String level(String severity) {
        return switch (severity) {
            case "low" -> "note";
            case "medium" -> "warning";
            default -> "error";
        };
    }

    private String baseline(FindingLine line) {
        if (!line.history().isOpen()) {
            return "absent";
        }
        return line.history().isOpenedBy(night.run().key()) ? "new" : "unchanged";
    }

    private static Map<String, Object> suppression(OfWaiver waiver) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("until", waiver.until().map(Object::toString).orElse(""));
        properties.put("requester", waiver.requester());
        properties.put("approver", waiver.approver());
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "external");
        suppression.put("status", "accepted");
        suppression.put("justification", waiver.reason());
        suppression.put("properties", properties);
        return suppression;
    }
}
