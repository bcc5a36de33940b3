package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code pipl-impact-assessment.csv}: which uses need an impact assessment under PIPL Arts. 55 and 56, and what is there of it. */
final class PiplReport {

    private static final String REGIME = "cn-pipl";
    private static final int YEARS_KEPT = 3;

    static final Report<UseRow> REPORT = new Report<UseRow>(
                    "pipl-impact-assessment",
                    "Impact assessments (PIPL Arts. 55, 56)",
                    1,
                    RowSource.ofUses(dossier -> UseRow.governedBy(dossier, REGIME)),
                    row -> row.use().use())
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.use().ref())
            .word("use", "The use's id", row -> row.use().use())
            .text("dataset", "The dataset that is used", row -> row.use().dataset())
            .list("trigger", "Why an assessment is needed, by Art. 55", PiplReport::triggers)
            .statedFlag(
                    "assessment_completed",
                    "Whether one is done",
                    row -> row.first("riskAssessmentCompleted", "dpiaCompleted"))
            .stated("assessment_date", "When", row -> row.fact("dpiaDate"))
            .text("purpose", "What the data is used for, Art. 56(1)", UseRow::purposes)
            .statedFlag(
                    "impact_and_risk_high",
                    "Whether a high risk is left, Art. 56(2)",
                    row -> row.fact("residualHighRisk"))
            .list("measures", "What protects the data, Art. 56(3)", row -> row.members("securityMeasures"))
            .text("handling_log_ref", "The record of handling", row -> row.fact("ropaRef"))
            .text("years_retained", "How many years the report is kept", row -> row.fact("piaRetainedYears"))
            .day("keep_until", "Until when it has to be kept: three years", PiplReport::keepUntil);

    private PiplReport() {}

    private static List<String> triggers(UseRow row) {
        List<String> triggers = new ArrayList<>();
        boolean sensitive = row.members("categories").stream()
                .anyMatch(category ->
                        !row.night().law().sensitiveIn(category, Set.of(REGIME)).isEmpty());
        add(triggers, sensitive, "sensitive-personal-information");
        add(triggers, row.fact("individualDecisionUse").equals("true"), "automated-decision");
        add(
                triggers,
                !row.fact("recipientType").isEmpty() && !row.is("recipientType", "none"),
                "entrusting-or-providing");
        add(triggers, row.is("activity", "publish-model"), "disclosing");
        add(triggers, row.members("dataLocatedIn").stream().anyMatch(country -> !country.equals("CN")), "export");
        return triggers;
    }

    private static void add(List<String> triggers, boolean applies, String trigger) {
        if (applies) {
            triggers.add(trigger);
        }
    }

    private static Optional<LocalDate> keepUntil(UseRow row) {
        return row.yearsAfter("dpiaDate", YEARS_KEPT);
    }
}
