package org.trainingaudit.operate;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.operate.OperationRefused.Reason;
import tools.jackson.databind.json.JsonMapper;

/** Keys under which things were asked for: asked twice under one key, it is done once. One account's key is nobody else's. */
@Component
class AskedKeys {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AskedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for, and where keys and what came of them are kept. */
    enum Thing {
        START("start", "operate_start", "start_key", "run_key"),
        ATTESTATION("attestation", "operate_attest", "attest_key", "number");

        private final String word;
        private final String table;
        private final String key;
        private final String done;

        Thing(String word, String table, String key, String done) {
            this.word = word;
            this.table = table;
            this.key = key;
            this.done = done;
        }
    }

    /**
     * What came of the same wish under that key before, by its name.
     *
     * @throws OperationRefused where the key was used for something else
     */
    Optional<String> find(Thing thing, String account, String key, Object wish) {
        record Before(String asked, String done) {}
        Optional<Before> before = jdbc.sql(
                        "select asked, " + thing.done + " from " + thing.table + " where " + thing.key + " = ?")
                .param(own(account, key))
                .query((row, index) -> new Before(row.getString(1), row.getString(2)))
                .optional();
        before.filter(one -> !one.asked.equals(hash(wish))).ifPresent(one -> {
            throw new OperationRefused(
                    Reason.WRONG,
                    "that idempotency key was used for another " + thing.word + ", " + one.done + "; use a new one");
        });
        return before.map(Before::done);
    }

    /** Keeps what came of it, in the caller's transaction. */
    void note(Thing thing, String account, String key, Object wish, Object done) {
        jdbc.sql("insert into " + thing.table + " (" + thing.key + ", asked, " + thing.done + ") values (?, ?, ?)")
                .params(own(account, key), hash(wish), done)
                .update();
    }

    private static String own(String account, String key) {
        return account + "/" + key;
    }

    private static String hash(Object wish) {
        return Sha256.hex(JSON.writeValueAsBytes(wish));
    }
}
