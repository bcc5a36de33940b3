package org.trainingaudit;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies what a real night left in the tables that pages read, until there are as many uses as wanted. Each copy has ids of
 * its own; its datasets are those of one of 500 copies of the estate's.
 *
 * <p>Quick enough for a million uses: ids begin with the copy's number, so that rows come in the order of their keys; the
 * other indexes are away meanwhile and are made anew, sorted, at the end.
 */
final class EnlargedEstate {

    private static final int ESTATES = 500;
    private static final int NIGHTS = 400;
    private static final int WAIVERS = 1_000;
    private static final int ATTESTATIONS = 5_000;
    private static final int COPIES_AT_ONCE = 10;
    private static final List<String> TABLES = List.of(
            "view_use",
            "view_use_part",
            "view_verdict",
            "view_contradiction",
            "finding",
            "view_dataset",
            "view_column");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    EnlargedEstate(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    long uses() {
        return count("view_use");
    }

    long count(String table) {
        return Optional.ofNullable(jdbc.queryForObject("select count(*) from " + table, Long.class))
                .orElse(0L);
    }

    /** Copies until there are so many uses; nothing where there are already. Cut short, it needs an empty folder. */
    void enlargeTo(long wanted) {
        boolean begun = !columns("bench_view_use").isEmpty();
        if (!begun && uses() >= wanted) {
            return;
        }
        if (!begun) {
            TABLES.forEach(table -> jdbc.execute("create table bench_" + table + " as select * from " + table));
        }
        List<Index> indexes =
                TABLES.stream().flatMap(table -> indexes(table).stream()).toList();
        indexes.forEach(index -> jdbc.execute("drop index " + index.name));
        long first = count("bench_view_use");
        long copies = (wanted + first - 1) / first;
        for (long copy = uses() / first; copy < copies; copy += COPIES_AT_ONCE) {
            long from = copy;
            long to = Math.min(copies, copy + COPIES_AT_ONCE);
            transaction.executeWithoutResult(status -> TABLES.forEach(table -> copy(table, from, to)));
        }
        indexes.forEach(index ->
                jdbc.execute("create index " + index.name + " on " + index.table + " (" + index.columns + ")"));
        TABLES.forEach(table -> jdbc.execute("drop table bench_" + table));
        long times = uses() / first;
        jdbc.update("update view_run_count set uses = uses * " + times);
        jdbc.update("update view_run set findings_open = findings_open * " + times);
        one();
        transaction.executeWithoutResult(status -> nights());
        repeat("finding_waiver", WAIVERS, Map.of("waiver", "'W-' || (%d + 1)", "number", "%d + 1"));
        repeat("use_attestation", ATTESTATIONS, Map.of("number", "%d + 100000", "use_id", "'c%06d-' || use_id"));
        jdbc.update("delete from view_verdict_count");
        jdbc.update("insert into view_verdict_count (source, regime, verdict, uses)"
                + " select source, regime, verdict, count(*) from view_verdict group by source, regime, verdict");
        // As a server does by itself once rows have been there for a while.
        jdbc.execute("analyze");
    }

    /** An index that isn't the table's key. */
    private record Index(String name, String table, String columns) {}

    private List<Index> indexes(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (ResultSet each = connection.getMetaData().getIndexInfo(null, null, table, false, false)) {
                while (each.next()) {
                    if (each.getBoolean("NON_UNIQUE") && each.getString("INDEX_NAME") != null) {
                        columns.merge(
                                each.getString("INDEX_NAME"),
                                each.getString("COLUMN_NAME"),
                                (all, one) -> all + ", " + one);
                    }
                }
            }
            return null;
        });
        return columns.entrySet().stream()
                .map(entry -> new Index(entry.getKey(), table, entry.getValue()))
                .toList();
    }

    private void copy(String table, long from, long to) {
        for (long copy = from; copy < to; copy++) {
            if (copy < ESTATES || !table.matches("view_dataset|view_column")) {
                copy(table, copy);
            }
        }
    }

    private void copy(String table, long copy) {
        String number = "%06d".formatted(copy);
        Map<String, String> changed = Map.of(
                "use_id",
                "'c" + number + "-' || use_id",
                "dataset",
                "case when dataset = '' then '' else dataset || '-" + copy % ESTATES + "' end",
                "finding_id",
                "'" + number + "' || substring(finding_id, 7)");
        insert(table, "bench_" + table, changed);
    }

    private void insert(String table, String from, Map<String, String> changed) {
        List<String> columns = columns(table);
        String values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        jdbc.update(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + from);
    }

    private List<String> columns(String table) {
        return new ArrayList<>(jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table));
    }

    /** A unit that has one use among all these. */
    private void one() {
        for (String table : List.of("view_use", "view_verdict", "finding")) {
            String source = columns(table).contains("source") ? ", source = 'rare'" : "";
            String dataset = columns(table).contains("dataset") ? "dataset = 'rare/one'" + source : "use_id = use_id";
            jdbc.update("update " + table + " set " + dataset + " where use_id = 'c000009-use-77'");
        }
    }

    private void nights() {
        jdbc.update("update view_run set number = 1000");
        String run = jdbc.queryForObject("select max(run_key) from view_run", String.class);
        for (int night = 1; night <= NIGHTS; night++) {
            String key = "'nightly/' || cast(date '2026-11-20' - " + night + " as varchar(10))";
            Map<String, String> changed =
                    Map.of("run_key", key, "number", Integer.toString(NIGHTS - night + 1), "kind", "'nightly'");
            insert("view_run", "(select * from view_run where run_key = '" + run + "') x", changed);
            insert("view_run_count", "(select * from view_run_count where run_key = '" + run + "') x", changed);
            insert(
                    "nightly_run",
                    "(select * from nightly_run where run_key = '" + run + "') x",
                    Map.of("run_key", key, "kind", "'nightly'", "opened", Integer.toString(-night)));
        }
    }

    private void repeat(String table, int times, Map<String, String> changed) {
        jdbc.execute("create table bench_one as select * from " + table + " limit 1");
        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= times; i++) {
                String number = Integer.toString(i);
                Map<String, String> numbered = new HashMap<>();
                String padded = "%06d".formatted(i);
                changed.forEach((column, value) ->
                        numbered.put(column, value.replace("%06d", padded).replace("%d", number)));
                insert(table, "bench_one", numbered);
            }
        });
        jdbc.execute("drop table bench_one");
    }
}
