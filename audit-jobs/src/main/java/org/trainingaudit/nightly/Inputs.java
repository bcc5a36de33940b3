package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run reads, fixed when it is prepared: each dataset and register with its fingerprint. */
@Component
class Inputs {

    /** A dataset of a run; {@code absent} says why it can't be read, or is empty. */
    record DatasetInput(String dataset, String fingerprint, String absent) {}

    private final JdbcClient jdbc;

    Inputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes out what an earlier try of the same run has added. */
    void forget(Run run) {
        jdbc.sql("delete from nightly_dataset where run_key = ?")
                .param(run.key())
                .update();
        jdbc.sql("delete from nightly_register where run_key = ?")
                .param(run.key())
                .update();
    }

    void addDataset(Run run, DatasetInput input) {
        jdbc.sql("insert into nightly_dataset (run_key, dataset, slot, fingerprint, absent, status, result)"
                        + " values (?, ?, ?, ?, ?, 'todo', '')")
                .params(run.key(), input.dataset(), Slots.of(input.dataset()), input.fingerprint(), input.absent())
                .update();
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

    long countDatasets(Run run) {
        return jdbc.sql("select count(*) from nightly_dataset where run_key = ? and status = 'todo'")
                .param(run.key())
                .query(Long.class)
                .single();
    }

    DatasetInput dataset(Run run, String dataset) {
        return jdbc.sql("select dataset, fingerprint, absent from nightly_dataset where run_key = ? and dataset = ?")
                .params(run.key(), dataset)
                .query((row, index) -> new DatasetInput(row.getString(1), row.getString(2), row.getString(3)))
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
