package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailStoreTest {

    private static final String RUN = "nightly/2026-11-21";

    private final LogInTest log;
    private final TrailStore store;

    TrailStoreTest(@TempDir Path data) {
        log = new LogInTest(data);
        store = new TrailStore(log.jdbc, log.clock);
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    @Test
    void givesPlacesInTheOrderOfSubmission() {
        submit("a", "b", "c");
        assertThat(sequence(2)).isEqualTo(new Trail.Sequenced(2, 0, 2));
        submit("d");
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(2, 0, 4));
        List<Entry> entries = store.entries(0, 4);
        assertThat(entries).extracting(Entry::seq).containsExactly(0L, 1L, 2L, 3L);
        assertThat(entries)
                .extracting(entry -> entry.body().path("column").stringValue())
                .containsExactly("a", "b", "c", "d");
        assertThat(entries).extracting(Entry::run).containsOnly(RUN);
        assertThat(entries).extracting(Entry::ts).containsOnly("2026-11-21T18:00:00.000Z");
    }

    @Test
    void doesNothingTheSecondTime() {
        submit("a");
        sequence(100);
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(0, 0, 1));
    }

    // Threat A06: the reply to COMMIT was lost and the step submits again.
    @Test
    void recordsOnceWhatIsSubmittedTwice() {
        assertThat(submit("a", "a", "b")).isEqualTo(new Trail.Submitted(2, 1));
        submit("a");
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(2, 1, 2));
        submit("b", "c");
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(1, 1, 3));
    }

    @Test
    void tellsIdsApartThatBeginAlike() {
        submit("a");
        sequence(100);
        // Another entry of another log has the number that the id of "b" begins with.
        submit("b");
        String id = log.jdbc.queryForObject("select id from trail_pending", String.class);
        log.jdbc.update(
                "insert into trail_id (place, log, seq) values (?, 2, 0)",
                Long.parseUnsignedLong(id.substring(0, 16), 16));
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(1, 0, 2));
        TrailIds ids = new TrailIds(log.jdbc, 0);
        ids.learn(store.head(false));
        assertThat(ids.known(1, List.of(id))).containsExactly(id);
        assertThat(log.jdbc.queryForObject("select count(*) from trail_id", Long.class))
                .isEqualTo(3);
    }

    @Test
    void recordsAtOnceAndOnce() {
        submit("a");
        record("b", "c");
        assertThat(store.entries(0, 3))
                .extracting(entry -> entry.body().path("column").stringValue())
                .containsExactly("a", "b", "c");
        record("c", "d", "a");
        assertThat(store.size()).isEqualTo(4);
        submit("d", "e");
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(1, 1, 5));
    }

    @Test
    void forgetsTheIdsOfATransactionThatRolledBack() {
        record("a");
        log.transactions.executeWithoutResult(status -> {
            store.record(List.of(LogInTest.classification(RUN, "b")));
            status.setRollbackOnly();
        });
        record("c");
        record("b");
        assertThat(store.entries(0, 3))
                .extracting(entry -> entry.body().path("column").stringValue())
                .containsExactly("a", "c", "b");
    }

    @Test
    void knowsWhatAnotherStoreRecorded() {
        record("a");
        TrailStore other = new TrailStore(log.jdbc, log.clock);
        log.transactions.executeWithoutResult(status -> other.record(List.of(LogInTest.classification(RUN, "b"))));
        record("b", "c");
        assertThat(store.size()).isEqualTo(3);
    }

    private void record(String... columns) {
        log.transactions.executeWithoutResult(status -> store.record(Arrays.stream(columns)
                .map(column -> LogInTest.classification(RUN, column))
                .toList()));
    }

    @Test
    void learnsIdsFromEntriesThatCameAnotherWay() {
        submit("a", "b");
        sequence(100);
        log.jdbc.update("delete from trail_id");
        log.jdbc.update("delete from trail_id_known");
        submit("b", "c");
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(1, 1, 3));
    }

    @Test
    void dropsACopyThatWasSubmittedWhileTheFirstWasOnItsWay() {
        submit("a");
        log.jdbc.execute("create table late as select * from trail_pending");
        sequence(100);
        log.jdbc.execute(
                "insert into trail_pending (id, kind, run, submitted, body) select id, kind, run, submitted, body from late");
        assertThat(sequence(100)).isEqualTo(new Trail.Sequenced(0, 1, 1));
        assertThat(log.jdbc.queryForObject("select count(*) from trail_pending", Long.class))
                .isZero();
    }

    @Test
    void recordsNothingOfATransactionThatRollsBack() {
        log.transactions.executeWithoutResult(status -> {
            store.submit(LogInTest.classification(RUN, "a"));
            store.sequence(10);
            status.setRollbackOnly();
        });
        assertThat(store.size()).isZero();
        submit("a");
        assertThat(sequence(10).size()).isEqualTo(1);
    }

    @Test
    void refusesToGivePlacesOutsideATransaction() {
        assertThatThrownBy(() -> store.sequence(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverGoesBackInTime() {
        submit("a");
        log.clock.advance(Duration.ofMinutes(-5));
        submit("b");
        log.clock.advance(Duration.ofMinutes(6));
        submit("c");
        sequence(2);
        sequence(1);
        assertThat(store.entries(0, 3))
                .extracting(Entry::ts)
                .containsExactly("2026-11-21T18:00:00.000Z", "2026-11-21T18:00:00.000Z", "2026-11-21T18:01:00.000Z");
    }

    // Threat A07: bytes that are valid JSON, but not canonical.
    @Test
    void givesNoPlaceToARowWrittenBySql() {
        for (String body : List.of(
                "{\"b\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1.0}", "{\"a\":1,\"a\":1}", "[]", "{\"A\":1}", "x")) {
            submit("a");
            log.jdbc.update("update trail_pending set body = ?", (Object) Vectors.bytes(body));
            assertThatThrownBy(() -> sequence(10))
                    .as(body)
                    .isInstanceOf(TrailException.class)
                    .hasMessageContaining("of table trail_pending gets no place");
            assertThat(store.size()).isZero();
            log.jdbc.update("delete from trail_pending");
        }
        submit("a");
        log.jdbc.update("update trail_pending set kind = 'finding'");
        assertThatThrownBy(() -> sequence(10)).hasMessageContaining("'finding' is not a kind of entry");
    }

    @Test
    void refusesADraftThatCannotBeAnEntry() {
        assertThatThrownBy(() -> store.submit(new EntryDraft("finding", "", List.of(), LogInTest.body())))
                .hasMessage("'finding' is not a kind of entry");
        assertThatThrownBy(() -> store.submit(
                        new EntryDraft("use", "", List.of(), LogInTest.body().put("x", 1.5))))
                .hasMessageContaining("an entry of kind 'use' cannot be recorded: the value at 'x'");
        assertThatThrownBy(() -> store.submit(
                        new EntryDraft("use", "", List.of(), LogInTest.body().put("x", "y".repeat(65_500)))))
                .hasMessageContaining("expected at most 65535")
                .hasMessageContaining("'part'");
        assertThatThrownBy(() -> store.submit(new EntryDraft("use", "r".repeat(257), List.of(), LogInTest.body())))
                .hasMessageContaining("256");
        assertThat(log.jdbc.queryForObject("select count(*) from trail_pending", Long.class))
                .isZero();
    }

    @Test
    void composesNamesThatComeDecomposed() {
        submit("cafe\u0301");
        sequence(1);
        assertThat(store.entries(0, 1).get(0).body().path("column").stringValue())
                .isEqualTo("caf\u00e9");
    }

    @Test
    void namesTheFirstEntryThatIsMissing() {
        submit("a", "b", "c");
        sequence(10);
        log.jdbc.update("delete from trail_entry where seq = 1");
        assertThatThrownBy(() -> store.entries(0, 3)).hasMessageContaining("no entry 1 of log 1 in table trail_entry");
    }

    @Test
    void keepsTheRootOfAllItsEntries() {
        submit(IntStream.range(0, 2500).mapToObj(i -> "c" + i).toArray(String[]::new));
        while (sequence(999).entries() > 0) {
            assertThat(store.size()).isPositive();
        }
        List<byte[]> bytes = new ArrayList<>();
        store.running().bytes(0, 2500).forEach(entry -> bytes.add(entry.bytes()));
        assertThat(store.head(false).frontier().root())
                .isEqualTo(TreeInMemory.of(bytes).proofs().root(2500));
    }

    private Trail.Submitted submit(String... columns) {
        List<EntryDraft> drafts = Arrays.stream(columns)
                .map(column -> LogInTest.classification(RUN, column))
                .toList();
        return log.inTransaction(() -> store.submit(drafts));
    }

    private Trail.Sequenced sequence(int max) {
        return log.inTransaction(() -> store.sequence(max));
    }
}
