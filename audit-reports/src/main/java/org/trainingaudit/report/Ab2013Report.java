package org.trainingaudit.report;

import java.util.stream.Stream;

/** {@code ab2013.csv}: the documentation of training data that California asks for (Civ. Code 3111(a)), by its numbers. */
final class Ab2013Report {

    static final Report<TrainingReport.Row> REPORT = new TrainingReport(
                    "ab2013", "Documentation of training data (California Civ. Code 3111(a))", 2, "us-ca-ab2013")
            .list(
                    "sources_or_owners",
                    "1: sources or owners of the datasets",
                    use -> Stream.of(
                            use.controller().name(), Run.sourceOf(use.use().dataset())))
            .datasets("datasets", "The datasets", use -> true)
            .list("how_datasets_further_purpose", "2: how they further the purpose", use -> Stream.of(use.purposes()))
            .list(
                    "people_count_range",
                    "3: how many people, as bands; rows are in coverage.csv",
                    use -> Stream.of(use.persons()))
            .stated("data_point_types", "4: kinds of data", "categories")
            .stated("ip_status_ref", "5: evidence of licence or public domain", "licenceEvidenceRef")
            .datasets("purchased_or_licensed", "6: datasets from third parties", use -> use.is("source", "third-party"))
            .flag(
                    "contains_personal_information",
                    "7: whether personal information was found or declared",
                    use -> use.isStated("categories")
                            && use.members("categoriesUncertain").isEmpty(),
                    use -> !use.members("categories").isEmpty())
            .flag(
                    "contains_aggregate_consumer_information",
                    "8: whether aggregate information is in it",
                    use -> use.isStated("identifiability"),
                    use -> use.is("identifiability", "aggregate"))
            .stated(
                    "cleaning_or_modification",
                    "9: what was done to the data: the identifiability claimed",
                    "identifiability")
            .earliest("collection_from", "10: first collection", "acquiredOn")
            .latest("collection_to", "10: last collection", "acquiredOn")
            .earliest("first_use_in_development", "11: first use", "trainingStart")
            .flag(
                    "synthetic_data",
                    "12: whether synthetic data was used",
                    use -> use.isStated("source") && use.isStated("identifiability"),
                    use -> use.is("source", "synthetic") || use.is("identifiability", "synthetic"))
            .stated("documentation_url", "Where the documentation is published", "ab2013DocUrl")
            .report();

    private Ab2013Report() {}
}
