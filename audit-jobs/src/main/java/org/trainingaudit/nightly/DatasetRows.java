package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What each run found in each dataset, and the last complete look at each. */
@Component
class DatasetRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    DatasetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Run run, String dataset, DatasetResult result, List<CountedReview> reviews) {
        jdbc.sql("update nightly_dataset set status = ?, result = ?, reviews = ? where run_key = ? and dataset = ?")
                .params(
                        result.status().name(),
                        JSON.writeValueAsString(result),
                        JSON.writeValueAsString(reviews),
                        run.key(),
                        dataset)
                .update();
    }

    /** What persons had said of its columns, as the run counts it. */
    List<CountedReview> reviews(Run run, String dataset) {
        return jdbc.sql("select reviews from nightly_dataset where run_key = ? and dataset = ?")
                .params(run.key(), dataset)
                .query(String.class)
                .optional()
                .map(json -> List.of(JSON.readValue(json, CountedReview[].class)))
                .orElse(List.of());
    }

    /**
     * The rows of all datasets that a run has read.
     *
     * @throws IllegalStateException where they don't add up, so that nothing that was found can be trusted
     */
    RowTotals totals(Run run) {
        RowTotals totals = jdbc
                .sql("select result from nightly_dataset where run_key = ? and status = ?")
                .params(run.key(), DatasetResult.Status.SCANNED.name())
                .query((row, index) -> read(row.getString(1)))
                .stream()
                .map(RowTotals::of)
                .reduce(RowTotals.NONE, RowTotals::plus);
        totals.requireBalance(run.key());
        return totals;
    }

    /** A dataset as it was when it was last read. */
    record Known(String fingerprint, DatasetResult result) {}

    /** The last complete look at a dataset. */
    Optional<Known> lastKnown(String dataset) {
        return jdbc.sql("select fingerprint, result from dataset_known where dataset = ?")
                .param(dataset)
                .query((row, index) -> new Known(row.getString(1), read(row.getString(2))))
                .optional();
    }

    Optional<DatasetResult> result(Run run, String dataset) {
        return jdbc.sql("select result from nightly_dataset where run_key = ? and dataset = ? and status <> 'todo'")
                .params(run.key(), dataset)
                .query(String.class)
                .optional()
                .map(DatasetRows::read);
    }

    long count(Run run, DatasetResult.Status status) {
        return jdbc.sql("select count(*) from nightly_dataset where run_key = ? and status = ?")
                .params(run.key(), status.name())
                .query(Long.class)
                .single();
    }

    /** What was found when the dataset was last read in this state by these detectors. */
    Optional<DatasetResult> known(String dataset, String fingerprint, String detectors) {
        return jdbc.sql("select result from dataset_known where dataset = ? and fingerprint = ? and detectors = ?")
                .params(dataset, fingerprint, detectors)
                .query(String.class)
                .optional()
                .map(DatasetRows::read);
    }

    /** All datasets that have ever been read. */
    List<String> allKnown() {
        return jdbc.sql("select dataset from dataset_known order by dataset")
                .query(String.class)
                .list();
    }

    void remember(String dataset, String fingerprint, String detectors, DatasetResult result) {
        forget(dataset);
        jdbc.sql("insert into dataset_known (dataset, fingerprint, detectors, result) values (?, ?, ?, ?)")
                .params(dataset, fingerprint, detectors, JSON.writeValueAsString(result))
                .update();
    }

    void forget(String dataset) {
        jdbc.sql("delete from dataset_known where dataset = ?").param(dataset).update();
    }

    /** Forgets all of them, so that the next run reads every dataset again. */
    void forgetAll() {
        jdbc.sql("delete from dataset_known").update();
    }

    private static DatasetResult read(String json) {
        return JSON.readValue(json, DatasetResult.class);
    }
}
