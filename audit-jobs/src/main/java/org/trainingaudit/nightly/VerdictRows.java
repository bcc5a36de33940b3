package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.JudgeStep.JudgedUse;

/** The verdicts of a run, for counting them. */
@Component
class VerdictRows {

    /** How often a regime gave a verdict. */
    record Count(String regime, String verdict, long count) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    VerdictRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(Run run, List<? extends JudgedUse> judged) {
        batches.batchUpdate(
                "insert into nightly_verdict (run_key, use_id, regime, verdict, provisional) values (?, ?, ?, ?, ?)",
                judged.stream()
                        .flatMap(use -> use.judgements().stream().map(judgement -> new Object[] {
                            run.key(),
                            use.use().id(),
                            judgement.regime(),
                            judgement.verdict().key(),
                            judgement.provisional()
                        }))
                        .toList());
    }

    List<Count> counts(Run run) {
        return jdbc.sql("select regime, verdict, count(*) from nightly_verdict where run_key = ?"
                        + " group by regime, verdict order by regime, verdict")
                .param(run.key())
                .query((row, index) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
