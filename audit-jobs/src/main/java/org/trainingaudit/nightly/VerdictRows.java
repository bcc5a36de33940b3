package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.bulk.BulkInsert;
import org.trainingaudit.nightly.JudgeStep.JudgedUse;

/** How often each regime gave each verdict in a run. Each chunk adds its own counts, so that shares never wait for each other. */
@Component
class VerdictRows {

    /** How often a regime gave a verdict. */
    record Count(String regime, String verdict, long count) {}

    private final JdbcClient jdbc;
    private final BulkInsert inserts;

    VerdictRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.inserts = BulkInsert.of(batches);
    }

    void add(Run run, List<? extends JudgedUse> judged) {
        record Key(String regime, String verdict) {}
        Map<Key, Long> counts = judged.stream()
                .flatMap(use -> use.judgements().stream())
                .collect(Collectors.groupingBy(
                        each -> new Key(each.regime(), each.verdict().word()), Collectors.counting()));
        inserts.insert(
                "nightly_verdict_tally",
                List.of("run_key", "chunk", "regime", "verdict", "uses"),
                counts.entrySet().stream()
                        .map(count -> new Object[] {
                            run.key(),
                            judged.get(0).use().id(),
                            count.getKey().regime,
                            count.getKey().verdict,
                            count.getValue()
                        })
                        .toList());
    }

    List<Count> counts(Run run) {
        return jdbc.sql("select regime, verdict, sum(uses) from nightly_verdict_tally where run_key = ?"
                        + " group by regime, verdict order by regime, verdict")
                .param(run.key())
                .query((row, index) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
