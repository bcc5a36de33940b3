package org.trainingaudit.report;

import java.util.List;
import java.util.stream.Stream;

/** {@code ab2013.csv}: the documentation of training data that California asks for (Civ. Code 3111(a)), by its numbers. */
final class Ab2013Report {

    static final Report<TrainingRow> REPORT = new Report<>(
                    "ab2013",
                    "Documentation of training data (California Civ. Code 3111(a))",
                    1,
                    night -> TrainingRow.governedBy(night, "us-ca-ab2013"),
                    TrainingRow::training)
            .word("trail_ref", "The id of the entry of its first use in the trail", TrainingRow::refs)
            .text("training", "The training", TrainingRow::training)
            .list(
                    "sources_or_owners",
                    "1: sources or owners of the datasets",
                    row -> row.distinct(use -> Stream.of(
                            use.controller().name(), Run.sourceOf(use.use().dataset()))))
            .list("datasets", "The datasets", TrainingRow::datasets)
            .list(
                    "how_datasets_further_purpose",
                    "2: how they further the purpose",
                    row -> row.distinct(use -> Stream.of(use.purposes())))
            .list(
                    "people_count_range",
                    "3: how many people, as bands; rows are in coverage.csv",
                    row -> row.distinct(use -> Stream.of(use.persons())))
            .list("data_point_types", "4: kinds of data", row -> row.stated("categories"))
            .list("ip_status_ref", "5: evidence of licence or public domain", row -> row.stated("licenceEvidenceRef"))
            .list("purchased_or_licensed", "6: datasets from third parties", row -> row.datasetsFrom("third-party"))
            .flag(
                    "contains_personal_information",
                    "7: whether personal information was found or declared",
                    row -> !row.stated("categories").isEmpty())
            .flag(
                    "contains_aggregate_consumer_information",
                    "8: whether aggregate information is in it",
                    row -> row.any(use -> use.is("identifiability", "aggregate")))
            .list(
                    "cleaning_or_modification",
                    "9: what was done to the data: the identifiability claimed",
                    row -> row.stated("identifiability"))
            .stated("collection_from", "10: first collection", row -> row.earliest("acquiredOn"))
            .stated("collection_to", "10: last collection", row -> row.latest("acquiredOn"))
            .stated("first_use_in_development", "11: first use", row -> row.earliest("trainingStart"))
            .flag("synthetic_data", "12: whether synthetic data was used", Ab2013Report::synthetic)
            .list("documentation_url", "Where the documentation is published", row -> row.stated("ab2013DocUrl"));

    private Ab2013Report() {}

    private static boolean synthetic(TrainingRow row) {
        return List.of("source", "identifiability").stream()
                .anyMatch(fact -> row.stated(fact).contains("synthetic"));
    }
}
