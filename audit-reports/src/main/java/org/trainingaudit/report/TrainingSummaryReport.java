package org.trainingaudit.report;

import java.util.stream.Stream;

/** {@code ai-act-training-summary.csv}: the content of each training, in the blocks of the summary that AI Act Art. 53(1)(d) asks for. */
final class TrainingSummaryReport {

    static final Report<TrainingRow> REPORT = new Report<>(
                    "ai-act-training-summary",
                    "Summary of training content (AI Act Art. 53(1)(d))",
                    1,
                    night -> TrainingRow.governedBy(night, "eu-ai-act"),
                    TrainingRow::training)
            .word("trail_ref", "The id of the entry of its first use in the trail", TrainingRow::refs)
            .text("training", "The training", TrainingRow::training)
            .list("provider_name", "1.1: who provides the model", TrainingRow::controllers)
            .stated(
                    "eu_market_date",
                    "1.2: when it came or comes to the Union's market",
                    row -> row.earliest("euMarketDate"))
            .list("model_kinds", "1.2: what kind of model", row -> row.stated("modelKind"))
            .flag(
                    "modified_model",
                    "1.2: whether it was made from another model",
                    row -> row.any(use -> use.fact("thirdPartyBaseModel").equals("true")))
            .stated("latest_acquisition_date", "1.3: when data was last acquired", row -> row.latest("acquiredOn"))
            .list("content_types", "1.3: kinds of personal data in it", row -> row.stated("categories"))
            .list(
                    "linguistic_characteristics",
                    "1.3: the countries of the people in it",
                    row -> row.stated("subjectCountries"))
            .list("public_data_sets", "2.1: datasets from public records", row -> row.datasetsFrom("public-record"))
            .list(
                    "licensed_data_sets",
                    "2.2.1: datasets with evidence of a licence",
                    row -> row.distinct(use -> use.fact("licenceEvidenceRef").isEmpty()
                            ? Stream.empty()
                            : Stream.of(use.use().dataset())))
            .list(
                    "private_third_party_sets",
                    "2.2.2: other datasets from third parties",
                    row -> row.datasetsFrom("third-party"))
            .list("crawled_sets", "2.3: datasets crawled or scraped", row -> row.datasetsFrom("public-web"))
            .flag(
                    "crawled_untargeted",
                    "2.3: whether scraping was untargeted",
                    row -> row.any(use -> use.fact("untargetedScraping").equals("true")))
            .flag(
                    "from_user_input",
                    "2.4: whether what users enter is trained on",
                    row -> row.any(use -> use.fact("trainsOnUserInput").equals("true")))
            .list("synthetic_sets", "2.5: synthetic datasets", row -> row.datasetsFrom("synthetic"))
            .list(
                    "other_sets",
                    "2.6: datasets collected from people, sensors or inferred",
                    row -> row.distinct(
                            use -> Stream.of("direct", "sensor", "inferred").anyMatch(from -> use.is("source", from))
                                    ? Stream.of(use.use().dataset())
                                    : Stream.empty()))
            .list("copyright_policy_ref", "3.1: measures for reserved rights", row -> row.stated("copyrightPolicyRef"))
            .list("summary_url", "Where the published summary is", row -> row.stated("trainingSummaryUrl"));

    private TrainingSummaryReport() {}
}
