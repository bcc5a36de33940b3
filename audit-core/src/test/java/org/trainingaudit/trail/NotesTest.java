package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class NotesTest {

    private static final VerifierKey LOG = Vectors.key("log");
    private static final VerifierKey ROTATED = Vectors.key("log_rotated");
    private static final VerifierKey WITNESS = Vectors.key("witness");

    @TestFactory
    Stream<DynamicTest> decidesEveryPublishedNote() {
        return Vectors.ALL
                .path("note_cases")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.path("name").stringValue(),
                        () -> assertThat(isAccepted(vector.path("note").stringValue()))
                                .isEqualTo(vector.path("expect").stringValue().equals("accept"))));
    }

    private static boolean isAccepted(String note) {
        try {
            return !SignedCheckpoint.parse(Vectors.bytes(note))
                    .signedBy(List.of(LOG))
                    .isEmpty();
        } catch (TrailException e) {
            return false;
        }
    }

    @Test
    void readsEveryPublishedCheckpointAndWritesItAgain() {
        for (Map.Entry<String, JsonNode> vector :
                Vectors.ALL.path("checkpoints").properties()) {
            byte[] bytes = Vectors.bytes(vector.getValue().stringValue());
            SignedCheckpoint read = SignedCheckpoint.parse(bytes);
            assertThat(read.checkpoint().size()).isEqualTo(Long.parseLong(vector.getKey()));
            assertThat(read.checkpoint().origin()).isEqualTo(Vectors.ORIGIN);
            assertThat(read.signedBy(List.of(LOG))).containsExactly(LOG);
            assertThat(read.bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void knowsBothSignersOfARotation() {
        SignedCheckpoint both = SignedCheckpoint.parse(
                Vectors.bytes(Vectors.ALL.path("checkpoint_8_two_log_keys").stringValue()));
        assertThat(both.signedBy(List.of(LOG, ROTATED))).containsExactly(LOG, ROTATED);
        assertThat(both.signedBy(List.of(ROTATED))).containsExactly(ROTATED);
        assertThat(both.signatures()).isEqualTo(2);
    }

    @Test
    void checksAWitnessAndItsTime() {
        SignedCheckpoint cosigned = SignedCheckpoint.parse(
                Vectors.bytes(Vectors.ALL.path("checkpoint_8_cosigned").stringValue()));
        Instant time = Instant.ofEpochSecond(Vectors.ALL.path("cosign_time").longValue());
        assertThat(cosigned.cosignedBy(List.of(LOG, WITNESS))).containsExactly(new Cosignature(WITNESS.name(), time));
        assertThat(cosigned.claimedCosignatures()).containsExactly(new Cosignature(WITNESS.name(), time));
    }

    @Test
    void refusesACosignatureWhoseTimeWasChanged() {
        String cosigned = Vectors.ALL.path("checkpoint_8_cosigned").stringValue();
        SignedCheckpoint later =
                SignedCheckpoint.parse(Vectors.bytes(cosigned.replace("lpmAzwAAAABr", "lpmAzwAAAABs")));
        assertThat(later.signedBy(List.of(LOG))).containsExactly(LOG);
        assertThatThrownBy(() -> later.cosignedBy(List.of(WITNESS)))
                .isInstanceOf(TrailException.class)
                .hasMessageContaining("witness.example.com/w1");
    }

    @Test
    void acceptsSixteenSignatureLinesAndRefusesANoteOverTheLimit() {
        String other =
                "\u2014 other.example.com/x rNSLenOd3StutXQ5AbBJZfmxd1Bcefm6g+04YUrFiT2el7wT0XkNI61xPLwY9Y6LuOUgoK0ECv/jZfOMPae2nbzJTgw=\n";
        String plain = Vectors.ALL.path("checkpoints").path("8").stringValue();
        assertThat(isAccepted(plain + other.repeat(16))).isTrue();
        assertThat(isAccepted(plain + other.repeat(600))).isFalse();
    }

    @Test
    void readsAndWritesVerifierKeys() {
        for (JsonNode key : Vectors.ALL.path("keys")) {
            VerifierKey read = VerifierKey.parse(key.path("vkey").stringValue());
            assertThat(read.name()).isEqualTo(key.path("name").stringValue());
            assertThat(read.keyIdHex()).isEqualTo(key.path("key_id").stringValue());
            assertThat(read.text()).isEqualTo(key.path("vkey").stringValue());
        }
    }

    @Test
    void refusesAVerifierKeyWhoseIdBelongsToAnother() {
        assertThatThrownBy(() -> VerifierKey.parse(LOG.text().replace("4353c854", "57f699ba")))
                .isInstanceOf(TrailException.class)
                .hasMessageContaining("key id is 57f699ba")
                .hasMessageContaining("give 4353c854");
    }

    @Test
    void refusesVerifierKeysOfAnyOtherForm() {
        for (String wrong : List.of(
                "",
                "name",
                "name+4353c854",
                "+4353c854+AQ==",
                "a b+4353c854+AQ==",
                LOG.text() + "=",
                LOG.text() + "\n")) {
            assertThatThrownBy(() -> VerifierKey.parse(wrong)).as(wrong).isInstanceOf(TrailException.class);
        }
    }
}
