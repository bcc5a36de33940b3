package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfWaiver;

/**
 * {@code oscal-assessment-results.json}: the open findings as OSCAL 1.1.3 assessment results. Ids follow from run, finding
 * and rule; times are the beginning of business dates, since a report has no other.
 */
final class Oscal {

    private static final String NS = "urn:training-audit:oscal";

    private final Night night;
    private final FindingLines lines;

    Oscal(Night night, FindingLines lines) {
        this.night = night;
        this.lines = lines;
    }

    /** The document; what it lists is made as it's written. */
    Map<String, Object> document() {
        String run = night.run().key();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("title", "Training Audit, " + run);
        metadata.put("last-modified", moment(night.run().businessDate()));
        metadata.put("version", run);
        metadata.put("oscal-version", "1.1.3");
        metadata.put(
                "props",
                List.of(
                        property("as-of", night.run().asOf().toString()),
                        property("configuration", night.run().configSha256())));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uuid", NameId.of("assessment-results", run));
        document.put("metadata", metadata);
        document.put("import-ap", Map.of("href", "#" + plan()));
        document.put("results", List.of(result(run)));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("uuid", plan());
        resource.put("title", "Configuration snapshot " + night.run().configSha256());
        document.put("back-matter", Map.of("resources", List.of(resource)));
        return Map.of("assessment-results", document);
    }

    private String plan() {
        return NameId.of("configuration", night.run().configSha256());
    }

    private Map<String, Object> result(String run) {
        Open open = open();
        List<Object> controls = new ArrayList<>();
        for (String control : open.controls()) {
            controls.add(Map.of("control-id", control));
        }
        Map<String, Object> selection = new LinkedHashMap<>();
        selection.put(
                "description",
                "All rules of the regimes that the run judged by: "
                        + String.join(", ", night.run().regimes()));
        selection.put(
                controls.isEmpty() ? "include-all" : "include-controls", controls.isEmpty() ? Map.of() : controls);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("uuid", NameId.of("result", run));
        result.put("title", "Uses judged in " + run);
        result.put("description", "All uses known on the business date, judged as the law stood on the as-of date.");
        result.put("start", moment(night.run().businessDate()));
        result.put("reviewed-controls", Map.of("control-selections", List.of(selection)));
        putWhere(open.any(), result, "observations", line -> List.of(observation(line)));
        putWhere(
                open.waived(),
                result,
                "risks",
                line -> line.holding().map(waiver -> risk(line, waiver)).stream()
                        .toList());
        putWhere(
                !controls.isEmpty(),
                result,
                "findings",
                line -> line.last().rules().stream()
                        .map(rule -> finding(line, rule))
                        .toList());
        return result;
    }

    /** OSCAL takes no empty list. */
    private void putWhere(
            boolean any,
            Map<String, Object> map,
            String member,
            Function<FindingLine, List<Map<String, Object>>> make) {
        if (any) {
            map.put(member, new Lazy<>(lines, line -> line.history().isOpen() ? make.apply(line) : List.of()));
        }
    }

    /** What there is of open findings: which controls they breach, whether there are any, and any that are waived. */
    private record Open(Set<String> controls, boolean any, boolean waived) {}

    /** Goes through all of them to the end, since that closes the files in which they may lie. */
    private Open open() {
        Set<String> controls = new TreeSet<>();
        boolean any = false;
        boolean waived = false;
        for (FindingLine line : lines) {
            if (line.history().isOpen()) {
                any = true;
                waived |= line.holding().isPresent();
                line.last()
                        .rules()
                        .forEach(rule -> controls.add(control(line.last().regime(), rule)));
            }
        }
        return new Open(controls, any, waived);
    }

    /** A token of OSCAL begins with a letter and has letters, digits, dots, hyphens and underscores. */
    private static String control(String regime, String rule) {
        String token = (regime + "." + rule).replaceAll("[^A-Za-z0-9._-]", "_");
        return token.matches("[A-Za-z_].*") ? token : "_" + token;
    }

    private String observationId(OfFinding finding) {
        return NameId.of("observation", night.run().key(), finding.finding());
    }

    private String riskId(OfFinding finding) {
        return NameId.of("risk", night.run().key(), finding.finding());
    }

    private Map<String, Object> observation(FindingLine line) {
        OfFinding last = line.last();
        Map<String, Object> observed = new LinkedHashMap<>();
        observed.put("uuid", observationId(last));
        observed.put("description", "Use " + last.use() + " of " + dataset(last) + ": " + last.reason());
        observed.put("props", List.of(property("trail-ref", last.ref()), property("finding", last.finding())));
        observed.put("methods", List.of("TEST"));
        observed.put("types", List.of("finding"));
        observed.put("collected", moment(line.lastOn().orElse(night.run().businessDate())));
        return observed;
    }

    private Map<String, Object> risk(FindingLine line, OfWaiver waiver) {
        Map<String, Object> accepted = new LinkedHashMap<>();
        accepted.put("uuid", riskId(line.last()));
        accepted.put("title", "Waiver " + waiver.waiver());
        accepted.put("description", text(waiver.reason()));
        accepted.put("statement", "The finding is accepted for a time.");
        accepted.put("status", "deviation-approved");
        waiver.until().ifPresent(until -> accepted.put("deadline", moment(until.plusDays(1))));
        return accepted;
    }

    private Map<String, Object> finding(FindingLine line, String rule) {
        OfFinding last = line.last();
        String citation = night.law().rule(last.regime(), rule).citation();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("state", "not-satisfied");
        status.put("reason", "fail");
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("type", "objective-id");
        target.put("target-id", control(last.regime(), rule));
        target.put("status", status);
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("uuid", NameId.of("finding", night.run().key(), last.finding(), rule));
        finding.put("title", text(last.use() + " under " + last.regime()));
        finding.put(
                "description", "Rule " + rule + " is breached" + (citation.isEmpty() ? "." : ": " + citation + "."));
        if (!citation.isEmpty()) {
            finding.put("props", List.of(property("citation", citation)));
        }
        finding.put("target", target);
        finding.put("related-observations", List.of(Map.of("observation-uuid", observationId(last))));
        line.holding().ifPresent(waiver -> finding.put("related-risks", List.of(Map.of("risk-uuid", riskId(last)))));
        return finding;
    }

    private static String dataset(OfFinding last) {
        return last.dataset().isEmpty() ? "no named dataset" : last.dataset();
    }

    private static Map<String, Object> property(String name, String value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", name);
        property.put("ns", NS);
        property.put("value", text(value));
        return property;
    }

    /** OSCAL takes no empty text and none with blanks around it. */
    private static String text(String text) {
        String bare = text.strip();
        return bare.isEmpty() ? "-" : bare;
    }

    private static String moment(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
