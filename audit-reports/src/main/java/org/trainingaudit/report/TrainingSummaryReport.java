package org.trainingaudit.report;

import java.util.stream.Stream;

/** {@code ai-act-training-summary.csv}: the content of each training, in the blocks of the summary that AI Act Art. 53(1)(d) asks for. */
final class TrainingSummaryReport {

    static final Report<TrainingReport.Row> REPORT = new TrainingReport(
                    "ai-act-training-summary", "Summary of training content (AI Act Art. 53(1)(d))", 2, "eu-ai-act")
            .list(
                    "provider_name",
                    "1.1: who provides the model",
                    use -> Stream.of(use.controller().name()))
            .earliest("eu_market_date", "1.2: when it came or comes to the Union's market", "euMarketDate")
            .stated("model_kinds", "1.2: what kind of model", "modelKind")
            .flag(
                    "modified_model",
                    "1.2: whether it was made from another model",
                    use -> use.isStated("thirdPartyBaseModel"),
                    use -> use.is("thirdPartyBaseModel", "true"))
            .latest("latest_acquisition_date", "1.3: when data was last acquired", "acquiredOn")
            .stated("content_types", "1.3: kinds of personal data in it", "categories")
            .stated("linguistic_characteristics", "1.3: the countries of the people in it", "subjectCountries")
            .datasets("public_data_sets", "2.1: datasets from public records", use -> use.is("source", "public-record"))
            .datasets(
                    "licensed_data_sets",
                    "2.2.1: datasets with evidence of a licence",
                    use -> !use.fact("licenceEvidenceRef").isEmpty())
            .datasets(
                    "private_third_party_sets",
                    "2.2.2: other datasets from third parties",
                    use -> use.is("source", "third-party"))
            .datasets("crawled_sets", "2.3: datasets crawled or scraped", use -> use.is("source", "public-web"))
            .flag(
                    "crawled_untargeted",
                    "2.3: whether scraping was untargeted",
                    use -> use.isStated("untargetedScraping")
                            || (use.isStated("source") && !use.is("source", "public-web")),
                    use -> use.is("untargetedScraping", "true"))
            .flag(
                    "from_user_input",
                    "2.4: whether what users enter is trained on",
                    use -> use.isStated("trainsOnUserInput"),
                    use -> use.is("trainsOnUserInput", "true"))
            .datasets("synthetic_sets", "2.5: synthetic datasets", use -> use.is("source", "synthetic"))
            .datasets(
                    "other_sets",
                    "2.6: datasets collected from people, sensors or inferred",
                    use -> Stream.of("direct", "sensor", "inferred").anyMatch(from -> use.is("source", from)))
            .stated("copyright_policy_ref", "3.1: measures for reserved rights", "copyrightPolicyRef")
            .stated("summary_url", "Where the published summary is", "trainingSummaryUrl")
            .report();

    private TrainingSummaryReport() {}
}
