package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.regime.LawAnswer;

/** The last answer of the authority for each law, byte for byte; joins the caller's transaction. */
@Component
class LawAnswers {

    private final JdbcClient jdbc;

    LawAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer with the hash of its bytes. */
    record Kept(String sha256, LawAnswer answer) {}

    /** Takes the place of the law's earlier answer. */
    void keep(LawAnswer answer, byte[] bytes) {
        jdbc.sql("delete from law_answer where law_id = ?")
                .param(answer.lawId())
                .update();
        jdbc.sql("insert into law_answer (law_id, sha256, answer) values (?, ?, ?)")
                .params(answer.lawId(), Sha256.hex(bytes), bytes)
                .update();
    }

    /** All of them by law; they were readable when they were kept. */
    List<Kept> all() {
        return jdbc.sql("select law_id, sha256, answer from law_answer order by law_id")
                .query((row, index) -> read(row.getString("law_id"), row.getString("sha256"), row.getBytes("answer")))
                .list();
    }

    private static Kept read(String law, String sha256, byte[] bytes) {
        Faults faults = new Faults();
        Optional<LawAnswer> answer = LawAnswer.read(ConfigFile.of(law, bytes), faults);
        return new Kept(sha256, answer.orElseThrow(() -> new IllegalStateException(faults.text())));
    }
}
