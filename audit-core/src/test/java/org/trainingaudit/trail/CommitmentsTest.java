package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CommitmentsTest {

    private static final JsonNode VALUE = JsonNodeFactory.instance.stringNode("patient-0001");

    private final LogInTest log;
    private final Commitments commitments;

    CommitmentsTest(@TempDir Path temp) {
        log = new LogInTest(temp.resolve("var"));
        log.disk = new NoSync();
        commitments = new Commitments(log.jdbc, new SecureRandom());
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    @Test
    void opensWhatItCommittedTo() {
        String commitment = commitments.commit("request-7", "row_key", VALUE);
        Commitments.Opening opening = commitments.open(commitment).orElseThrow();
        assertThat(opening.holds()).isTrue();
        assertThat(opening.value()).isEqualTo("\"patient-0001\"");
        assertThat(new Commitments.Opening(commitment, "other", opening.key(), opening.value()).holds())
                .isFalse();
        assertThat(new Commitments.Opening(commitment, "row_key", opening.key(), "\"patient-0002\"").holds())
                .isFalse();
    }

    @Test
    void givesEqualValuesDifferentCommitments() {
        assertThat(commitments.commit("a", "row_key", VALUE)).isNotEqualTo(commitments.commit("a", "row_key", VALUE));
    }

    @Test
    void leavesNothingThatLinksAnEntryToItsValueOnceErased() {
        Trail trail = log.open();
        String commitment = log.inTransaction(() -> {
            String made = commitments.commit("request-7", "row_key", VALUE);
            ObjectNode body = LogInTest.body().put("dataset", "d").put("column", "c");
            body.putArray("sample").add(made);
            trail.submit(LogInTest.runOpen("r"));
            trail.submit(new EntryDraft("classification", "r", List.of("r", "d", "c"), body));
            trail.sequence(10);
            return made;
        });
        SignedCheckpoint before = trail.seal();

        assertThat(commitments.about("request-7")).containsExactly(commitment);
        List<EntryDraft> said = log.inTransaction(() -> {
            List<EntryDraft> entries = commitments.erase(commitments.about("request-7"), "GDPR Art. 17");
            trail.submit(entries);
            trail.sequence(10);
            return entries;
        });
        assertThat(said).hasSize(1);
        trail.seal();

        assertThat(commitments.open(commitment)).isEmpty();
        assertThat(commitments.about("request-7")).isEmpty();
        assertThat(log.jdbc.queryForObject("select count(*) from trail_commitment", Long.class))
                .isZero();
        Entry erasure = trail.reader().entries(3, 4).get(0);
        assertThat(erasure.kind()).isEqualTo("erasure");
        assertThat(erasure.body().path("target_ids").path(0).stringValue()).isEqualTo(commitment);
        assertThat(erasure.body().path("count").longValue()).isOne();
        assertThat(TrailVerifier.verify(log.places.trail(), VerifyOptions.with(trail.vkey()))
                        .text())
                .endsWith("\nverified\n");
        assertThat(trail.reader().consistency(before.checkpoint().size(), 4)).isNotEmpty();
    }

    @Test
    void saysNothingWhereNothingWasLeftToForget() {
        assertThat(commitments.erase(List.of("00".repeat(32)), "GDPR Art. 17")).isEmpty();
    }

    @Test
    void erasesThousandsInEntriesThatFit() {
        for (int i = 0; i < 1200; i++) {
            commitments.commit("bulk", "row_key", VALUE);
        }
        List<EntryDraft> said = commitments.erase(commitments.about("bulk"), "APPI Art. 35");
        assertThat(said).hasSize(3);
        Trail trail = log.open();
        log.inTransaction(() -> trail.submit(said));
        assertThat(log.inTransaction(() -> trail.sequence(10)).entries()).isEqualTo(4);
    }
}
