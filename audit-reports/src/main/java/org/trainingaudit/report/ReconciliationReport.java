package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.report.Dossier.Told;
import org.trainingaudit.report.Recorded.OfContradiction;

/** {@code reconciliation.csv}: what is declared of a use and was seen otherwise, and uses that no register declares. */
final class ReconciliationReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "reconciliation",
                    "What is declared beside what was seen",
                    1,
                    RowSource.ofUses(ReconciliationReport::rows),
                    Row::key)
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
            .stated("declared_on", "When it was declared, where that is stated", Row::declaredOn)
            .text(
                    "seen_value",
                    "What was seen",
                    row -> row.said().map(OfContradiction::observed).orElse(""))
            .text("seen_in", "Where it was seen", Row::seenIn)
            .stated("seen_on", "The business date on which this was last recorded", Row::seenOn)
            .lateCount(
                    "uses_touched",
                    "How many uses rest on the dataset",
                    row -> row.use().dataset(),
                    Totals::usesOf)
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
            String owner) {

        String kind() {
            return said.isPresent() ? "contradiction" : "undeclared-use";
        }

        String key() {
            return kind() + "/" + use.use() + (said.isPresent() ? "/" + what : "");
        }

        private Optional<StatedFact> declared() {
            return Optional.ofNullable(use.known().get(what))
                    .filter(fact -> !fact.origin().equals(RECONCILED));
        }

        String declaredIn() {
            return declared().map(StatedFact::origin).orElse(said.isPresent() ? use.origin() : "");
        }

        String declaredOn() {
            return declared().map(StatedFact::statedOn).orElse("");
        }

        String seenIn() {
            return said.map(some -> some.evidence().isEmpty() ? "scan" : some.evidence())
                    .orElse(use.origin());
        }

        String status() {
            return said.filter(some -> some.observed().isEmpty()).isPresent() ? "settled" : "open";
        }
    }

    private static List<Row> rows(Dossier dossier) {
        List<Row> rows = new ArrayList<>();
        dossier.use()
                .ifPresent(
                        use -> dossier.contradictions().forEach(told -> rows.add(contradiction(dossier, told, use))));
        dossier.living()
                .filter(use -> use.state().equals("observed"))
                .ifPresent(use -> rows.add(undeclared(dossier, use)));
        return rows;
    }

    private static Row contradiction(Dossier dossier, Told<OfContradiction> told, OfUse use) {
        OfContradiction last = told.last();
        return new Row(
                use,
                last.what(),
                Optional.of(last),
                last.ref(),
                dossier.night().dayOf(told.first().run()),
                dossier.night().dayOf(last.run()),
                owner(dossier, use));
    }

    private static Row undeclared(Dossier dossier, OfUse use) {
        String day = dossier.night().dayOf(use.run());
        return new Row(use, "", Optional.empty(), use.ref(), day, day, owner(dossier, use));
    }

    private static String owner(Dossier dossier, OfUse use) {
        return dossier.night().estate().place(use.dataset()).owner();
    }
}
