package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was recorded before a subject was one row is known after it. */
class RecordedTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final MemoryDatabase database = new MemoryDatabase();
    private final JdbcTemplate jdbc = database.jdbc;
    private final Recorded recorded = new Recorded(database.client, database.jdbc);

    private void remember(String kind, String subject, String hash) {
        jdbc.update(
                "insert into nightly_recorded (kind, subject, body_sha256, run_key) values (?, ?, ?, 'nightly/1')",
                kind,
                subject,
                hash);
    }

    @Test
    void knowsThePartsOfASubjectFromRowsOfTheirOwn() {
        database.migrate("8");
        remember("classification", "own/a\u001fname\u001fcontact.name\u001fheader", HASH);
        remember("classification", "own/a\u001fmail\u001fcontact.email\u001femail", HASH);
        remember("verdict", "use-1\u001feu-gdpr", HASH);
        remember("dependence", "use-1", HASH);
        database.migrate("latest");
        assertThat(recorded.parts("classification", "own/a"))
                .containsExactly("mail\u001fcontact.email\u001femail", "name\u001fcontact.name\u001fheader");
        assertThat(recorded.parts("verdict", "use-1")).containsExactly("eu-gdpr");
        assertThat(recorded.parts("dependence", "use-1")).containsExactly("");
        String text = jdbc.queryForObject("select parts from nightly_recorded where kind = 'verdict'", String.class);
        assertThat(RecordedParts.read(text).put("eu-gdpr", HASH)).isFalse();
        assertThat(RecordedParts.read(text).put("eu-gdpr", HASH.replace('0', 'f')))
                .isTrue();
    }

    @Test
    void keepsNamesWhereEverythingIsToBeRecordedAnew() {
        database.migrate("8");
        remember("verdict", "use-1\u001feu-gdpr", "");
        database.migrate("latest");
        recorded.recordAllAnew();
        assertThat(recorded.parts("verdict", "use-1")).containsExactly("eu-gdpr");
        assertThat(RecordedParts.read("!" + HASH + "\u001feu-gdpr").put("eu-gdpr", HASH))
                .isTrue();
    }

    @Test
    void leavesNoEntryOfTheTrailBehind() {
        database.migrate("8");
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        jdbc.update("insert into trail_entry (log, seq, id, bytes) values (1, 0, ?, ?)", HASH, bytes);
        jdbc.update(
                "insert into trail_pending (id, kind, run, submitted, body) values (?, 'use', 'r', current_timestamp, ?)",
                HASH,
                bytes);
        database.migrate("latest");
        assertThat(jdbc.queryForObject("select bytes from trail_entry where log = 1 and seq = 0", byte[].class))
                .isEqualTo(bytes);
        assertThat(jdbc.queryForObject("select id from trail_pending", String.class))
                .isEqualTo(HASH);
    }
}
