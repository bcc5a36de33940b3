package org.trainingaudit.operate;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.OperationRefused.Reason;
import tools.jackson.databind.json.JsonMapper;

/** Keys under which starts were asked for: asked twice under one key, a run starts once. One person's key is nobody else's. */
@Component
class StartKeys {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Runs runs;

    StartKeys(JdbcClient jdbc, Runs runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    /**
     * The run that was started under that key before.
     *
     * @throws OperationRefused where the key was used for something else
     */
    Optional<Run> find(By by, String key, RunRequest request) {
        record Before(String asked, String run) {}
        Optional<Before> before = jdbc.sql("select asked, run_key from operate_start where start_key = ?")
                .param(own(by, key))
                .query((row, index) -> new Before(row.getString("asked"), row.getString("run_key")))
                .optional();
        before.filter(one -> !one.asked.equals(hash(request))).ifPresent(one -> {
            throw new OperationRefused(
                    Reason.WRONG, "that idempotency key was used for another start, " + one.run + "; use a new one");
        });
        return before.map(Before::run).flatMap(runs::find);
    }

    /** In the caller's transaction. */
    void note(By by, String key, RunRequest request, Run run) {
        jdbc.sql("insert into operate_start (start_key, asked, run_key) values (?, ?, ?)")
                .params(own(by, key), hash(request), run.key())
                .update();
    }

    private static String own(By by, String key) {
        return by.who() + "/" + key;
    }

    private static String hash(RunRequest request) {
        return Sha256.hex(JSON.writeValueAsBytes(request));
    }
}
