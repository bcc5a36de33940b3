package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run reads, fixed when it is prepared: each dataset and register with its fingerprint. */
@Component
class Inputs {

    private static final int AT_A_TIME = 1_000;

    /**
     * A dataset of a run.
     *
     * @param detectors what is asked of its values ({@link DatasetScan#ways})
     * @param absent why it can't be read; empty where it can
     */
    record DatasetInput(String dataset, String fingerprint, String detectors, String absent) {

        /** The same, looked at by those detectors. */
        DatasetInput by(String others) {
            return new DatasetInput(dataset, fingerprint, others, absent);
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Inputs(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Takes out what an earlier try of the same run has added. */
    void forget(Run run) {
        forget(run.key());
    }

    private void forget(String run) {
        jdbc.sql("delete from nightly_dataset where run_key = ?").param(run).update();
        jdbc.sql("delete from nightly_register where run_key = ?").param(run).update();
    }

    /**
     * Makes room: takes out the rows of a run that is over; what was read stands in the trail.
     *
     * @return whether there may be more
     */
    boolean forgetSome() {
        Optional<String> over = jdbc.sql("select run_key from nightly_run r where status <> 'open'"
                        + " and (exists (select 1 from nightly_dataset d where d.run_key = r.run_key)"
                        + " or exists (select 1 from nightly_register g where g.run_key = r.run_key))"
                        + " order by run_key limit 1")
                .query(String.class)
                .optional();
        over.ifPresent(this::forget);
        return over.isPresent();
    }

    void addDatasets(Run run, List<DatasetInput> inputs) {
        batches.batchUpdate(
                "insert into nightly_dataset (run_key, dataset, slot, fingerprint, detectors, absent, status, result)"
                        + " values (?, ?, ?, ?, ?, ?, 'todo', '')",
                inputs,
                AT_A_TIME,
                (insert, input) -> {
                    insert.setString(1, run.key());
                    insert.setString(2, input.dataset());
                    insert.setInt(3, Slots.of(input.dataset()));
                    insert.setString(4, input.fingerprint());
                    insert.setString(5, input.detectors());
                    insert.setString(6, input.absent());
                });
    }

    void addRegister(Run run, String register, String fingerprint) {
        jdbc.sql("insert into nightly_register (run_key, register, fingerprint) values (?, ?, ?)")
                .params(run.key(), register, fingerprint)
                .update();
    }

    /** The datasets of a share that are still to be scanned, by name. */
    List<String> toScan(Run run, int share, int shares) {
        return jdbc.sql("select dataset from nightly_dataset"
                        + " where run_key = ? and status = 'todo' and mod(slot, ?) = ? order by dataset")
                .params(run.key(), shares, share)
                .query(String.class)
                .list();
    }

    long countToScan(Run run) {
        return jdbc.sql("select count(*) from nightly_dataset where run_key = ? and status = 'todo'")
                .param(run.key())
                .query(Long.class)
                .single();
    }

    DatasetInput dataset(Run run, String dataset) {
        return jdbc.sql("select dataset, fingerprint, detectors, absent from nightly_dataset"
                        + " where run_key = ? and dataset = ?")
                .params(run.key(), dataset)
                .query((row, index) ->
                        new DatasetInput(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .single();
    }

    /** Fingerprints of everything that the run reads, by name. */
    Map<String, String> fingerprints(Run run) {
        Map<String, String> fingerprints = new TreeMap<>();
        jdbc.sql("select dataset, fingerprint from nightly_dataset where run_key = ? and absent = ''")
                .param(run.key())
                .query((row, index) -> fingerprints.put(row.getString(1), row.getString(2)))
                .list();
        jdbc.sql("select register, fingerprint from nightly_register where run_key = ?")
                .param(run.key())
                .query((row, index) -> fingerprints.put(row.getString(1), row.getString(2)))
                .list();
        return fingerprints;
    }
}
