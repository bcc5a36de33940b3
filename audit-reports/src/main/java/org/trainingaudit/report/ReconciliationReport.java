package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trainingaudit.report.NightFold.Told;
import org.trainingaudit.report.Recorded.OfContradiction;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.report.Recorded.StatedFact;

/** {@code reconciliation.csv}: what is declared of a use and was seen otherwise, and uses that no register declares. */
final class ReconciliationReport {

    static final Report<Row> REPORT = new Report<>(
                    "reconciliation", "What is declared beside what was seen", 1, ReconciliationReport::rows, Row::key)
            .word("trail_ref", "The id of the entry in the trail", Row::ref)
            .word("kind", "contradiction or undeclared-use", Row::kind)
            .text("use", "The use that it is about", row -> row.use().use())
            .text("dataset", "The dataset that is used", row -> row.use().dataset())
            .text("fact", "What is contradicted", Row::what)
            .text(
                    "declared_value",
                    "What is declared",
                    row -> row.said().map(OfContradiction::claimed).orElse(""))
            .text("declared_in", "Where it is declared", Row::declaredIn)
            .stated("declared_on", "When it was declared, where that is stated", row -> "")
            .text(
                    "seen_value",
                    "What was seen",
                    row -> row.said().map(OfContradiction::observed).orElse(""))
            .text("seen_in", "Where it was seen", Row::seenIn)
            .stated("seen_on", "The business date on which this was last recorded", Row::seenOn)
            .count("uses_touched", "How many uses rest on the dataset", row -> OptionalLong.of(row.uses()))
            .stated("first_seen_on", "The business date on which it was first recorded", Row::firstSeenOn)
            .word("status", "open or settled", Row::status)
            .text("owner", "Whom to ask about the dataset", Row::owner);

    /** The origin of what counts instead of what is declared. */
    private static final String RECONCILED = "reconcile";

    private ReconciliationReport() {}

    /** A contradiction, or a use that nobody declared. */
    record Row(
            OfUse use,
            String what,
            Optional<OfContradiction> said,
            String ref,
            String firstSeenOn,
            String seenOn,
            long uses,
            String owner) {

        String kind() {
            return said.isPresent() ? "contradiction" : "undeclared-use";
        }

        String key() {
            return kind() + "/" + use.use() + (said.isPresent() ? "/" + what : "");
        }

        String declaredIn() {
            return use.facts().stream()
                    .filter(fact -> fact.name().equals(what))
                    .map(StatedFact::origin)
                    .filter(origin -> !origin.equals(RECONCILED))
                    .findFirst()
                    .orElse(said.isPresent() ? use.origin() : "");
        }

        String seenIn() {
            return said.map(some -> some.evidence().isEmpty() ? "scan" : some.evidence())
                    .orElse(use.origin());
        }

        String status() {
            return said.filter(some -> some.observed().isEmpty()).isPresent() ? "settled" : "open";
        }
    }

    private static List<Row> rows(Night night) {
        Map<String, Long> uses = new HashMap<>();
        night.uses().forEach(use -> uses.merge(use.dataset(), 1L, Long::sum));
        List<Row> rows = new ArrayList<>();
        night.contradictions()
                .forEach(told ->
                        night.use(told.last().use()).ifPresent(use -> rows.add(contradiction(night, told, use, uses))));
        night.uses().stream()
                .filter(use -> use.state().equals("observed"))
                .forEach(use -> rows.add(undeclared(night, use, uses)));
        return rows;
    }

    private static Row contradiction(Night night, Told<OfContradiction> told, OfUse use, Map<String, Long> uses) {
        OfContradiction last = told.last();
        return new Row(
                use,
                last.what(),
                Optional.of(last),
                last.ref(),
                night.dayOf(told.first().run()),
                night.dayOf(last.run()),
                uses.getOrDefault(use.dataset(), 0L),
                night.estate().place(use.dataset()).owner());
    }

    private static Row undeclared(Night night, OfUse use, Map<String, Long> uses) {
        String day = night.dayOf(use.run());
        return new Row(
                use,
                "",
                Optional.empty(),
                use.ref(),
                day,
                day,
                uses.getOrDefault(use.dataset(), 0L),
                night.estate().place(use.dataset()).owner());
    }
}
