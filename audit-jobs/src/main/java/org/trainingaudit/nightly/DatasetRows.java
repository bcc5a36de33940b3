package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import tools.jackson.databind.json.JsonMapper;

/** What each run found in each dataset, and the last complete look at each. */
@Component
class DatasetRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DatasetRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Settles datasets that can't be read. */
    void settleAbsent(Run run, List<DatasetInput> absent) {
        batches.batchUpdate(
                "update nightly_dataset set status = ?, result = ? where run_key = ? and dataset = ?",
                absent,
                AT_A_TIME,
                (update, input) -> {
                    update.setString(1, DatasetResult.Status.SKIPPED.name());
                    update.setString(2, JSON.writeValueAsString(DatasetScan.skipped(input.absent())));
                    update.setString(3, run.key());
                    update.setString(4, input.dataset());
                });
    }

    /** Settles the datasets that are as they were when they were last read, by what is asked of them tonight. */
    void settleUnchanged(Run run) {
        jdbc.sql("update nightly_dataset set status = ? where run_key = ? and status = 'todo' and exists"
                        + " (select 1 from dataset_known known where known.dataset = nightly_dataset.dataset"
                        + " and known.fingerprint = nightly_dataset.fingerprint"
                        + " and known.detectors = nightly_dataset.detectors)")
                .params(DatasetResult.Status.UNCHANGED.name(), run.key())
                .update();
    }

    /** Keeps what persons had said of a settled dataset's columns. */
    void saveReviews(Run run, String dataset, List<CountedReview> reviews) {
        jdbc.sql("update nightly_dataset set reviews = ? where run_key = ? and dataset = ?")
                .params(JSON.writeValueAsString(reviews), run.key(), dataset)
                .update();
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

    /** What a run knows of a dataset: nothing where it hasn't been scanned yet, or nobody knows any more what was found. */
    Optional<DatasetResult> result(Run run, String dataset) {
        record Found(String status, String result) {}
        return jdbc.sql("select tonight.status, coalesce(nullif(tonight.result, ''), known.result, '')"
                        + " from nightly_dataset tonight left join dataset_known known on known.dataset = tonight.dataset"
                        + " where tonight.run_key = ? and tonight.dataset = ? and tonight.status <> 'todo'")
                .params(run.key(), dataset)
                .query((row, index) -> new Found(row.getString(1), row.getString(2)))
                .optional()
                .filter(found -> !found.result.isEmpty())
                .map(found -> read(found.result).withStatus(DatasetResult.Status.valueOf(found.status)));
    }

    long count(Run run, DatasetResult.Status status) {
        return jdbc.sql("select count(*) from nightly_dataset where run_key = ? and status = ?")
                .params(run.key(), status.name())
                .query(Long.class)
                .single();
    }

    /** All datasets that have ever been read. */
    List<String> allKnown() {
        return jdbc.sql("select dataset from dataset_known order by dataset")
                .query(String.class)
                .list();
    }

    /** Keeps a complete look at a dataset instead of the last one. */
    void remember(DatasetInput seen, DatasetResult result) {
        jdbc.sql("delete from dataset_known where dataset = ?")
                .param(seen.dataset())
                .update();
        jdbc.sql("insert into dataset_known (dataset, fingerprint, detectors, result) values (?, ?, ?, ?)")
                .params(seen.dataset(), seen.fingerprint(), seen.detectors(), JSON.writeValueAsString(result))
                .update();
    }

    /** Forgets all of them, so that the next run reads every dataset again. */
    void forgetAll() {
        jdbc.sql("delete from dataset_known").update();
    }

    private static DatasetResult read(String json) {
        return JSON.readValue(json, DatasetResult.class);
    }
}
