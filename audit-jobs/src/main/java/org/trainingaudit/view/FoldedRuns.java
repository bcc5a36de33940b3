package org.trainingaudit.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import tools.jackson.databind.JsonNode;

/** Runs, their counts and their reports, as the trail has them. */
@Component
class FoldedRuns {

    private static final List<String> RUN = List.of(
            "run_key",
            "business_date",
            "as_of",
            "status",
            "datasets_read",
            "datasets_unchanged",
            "datasets_skipped",
            "findings_open",
            "findings_waived",
            "number");

    private final Rows rows;
    private final JdbcClient jdbc;

    FoldedRuns(Rows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    void open(Entry entry) {
        LocalDate day = LocalDate.parse(entry.body().path("business_date").asString());
        LocalDate asOf = LocalDate.parse(entry.body().path("as_of").asString());
        rows.put("view_run", 1, RUN, entry.run(), day, asOf, "open", 0L, 0L, 0L, 0L, 0L, 0L);
    }

    /** A night that was missed and done after all keeps what it became. */
    void missed(Entry entry) {
        String run = entry.run();
        if (businessDate(run).isEmpty()) {
            LocalDate day = LocalDate.parse(run.substring(run.indexOf('/') + 1));
            rows.put("view_run", 1, RUN, run, day, day, "missed", 0L, 0L, 0L, 0L, 0L, 0L);
        }
    }

    void close(Entry entry) {
        JsonNode body = entry.body();
        jdbc.sql("update view_run set status = ?, datasets_read = ?, datasets_unchanged = ?, datasets_skipped = ?,"
                        + " findings_open = ?, findings_waived = ?,"
                        + " number = (select max(number) + 1 from view_run) where run_key = ?")
                .params(
                        body.path("status").asString(),
                        body.path("datasets_read").asLong(),
                        body.path("datasets_unchanged").asLong(),
                        body.path("datasets_skipped").asLong(),
                        body.path("findings_open").asLong(),
                        body.path("findings_waived").asLong(),
                        entry.run())
                .update();
        List<Object[]> counts = new ArrayList<>();
        for (JsonNode count : body.path("verdicts")) {
            counts.add(new Object[] {
                entry.run(),
                count.path("regime").asString(),
                count.path("verdict").asString(),
                count.path("count").asLong()
            });
        }
        rows.put("view_run_count", 3, List.of("run_key", "regime", "verdict", "uses"), counts);
    }

    void report(String origin, Entry entry) {
        rows.put(
                "view_report",
                2,
                List.of("run_key", "name", "sha256", "bytes", "row_count", "origin", "seq"),
                entry.run(),
                entry.body().path("name").asString(),
                entry.body().path("sha256").asString(),
                entry.body().path("bytes").asLong(),
                entry.body().path("rows").asLong(),
                origin,
                entry.seq());
    }

    /** The business date of a run, where the trail has its opening. */
    Optional<LocalDate> businessDate(String run) {
        return jdbc.sql("select business_date from view_run where run_key = ?")
                .param(run)
                .query(LocalDate.class)
                .optional();
    }
}
