package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a bundle discloses is held against what its entries committed to. */
class DisclosureCheckTest {

    private static final byte[] KEY = new byte[Commitment.KEY_LENGTH];
    private static final String COMMITMENT =
            Commitment.of(KEY, "rejects", JsonNodeFactory.instance.stringNode("rejects.csv"));

    @TempDir
    Path folder;

    private static Commitments.Opening opening(String value) {
        return new Commitments.Opening(COMMITMENT, "rejects", HexFormat.of().formatHex(KEY), value);
    }

    /** Verifies a log with these members in its last entry beside such a file. */
    private VerifyReport verify(String kind, String members, String name, byte[] file) {
        return new CraftedLog(folder)
                .open()
                .add(kind, "", members)
                .publish(CraftedLog.KEY)
                .put("disclosures/" + name + ".json", file)
                .verify();
    }

    private VerifyReport verify(String name, String text) {
        return verify("access", "\"seen\":\"" + COMMITMENT + "\"", name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Commitments.Opening opening) {
        return new String(opening.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void takesWhatOpensACommitmentOfAnEntry() {
        VerifyReport report = verify(COMMITMENT, text(opening("\"rejects.csv\"")));

        assertThat(report.exitCode()).as(report.text()).isZero();
        assertThat(report.notes()).contains("1 disclosure opens what entries commit to");
    }

    @Test
    void refusesAnotherValue() {
        VerifyReport report = verify(COMMITMENT, text(opening("\"other.csv\"")));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).contains(COMMITMENT + ".json").contains("key and value do not give the commitment");
    }

    @Test
    void refusesAFileUnderAnotherName() {
        assertThat(verify("0".repeat(64), text(opening("\"rejects.csv\""))).text())
                .contains("its name is not the commitment that it opens");
    }

    @Test
    void refusesWhatIsNotInTheOneForm() {
        assertThat(verify(COMMITMENT, text(opening("\"rejects.csv\"")) + "\n").exitCode())
                .isEqualTo(1);
        assertThat(verify(COMMITMENT, "{\"commitment\":\"" + COMMITMENT + "\"}").text())
                .contains("expected an object with exactly the members");
    }

    @Test
    void refusesWhatNoEntryCommitsTo() {
        byte[] file = opening("\"rejects.csv\"").bytes();

        VerifyReport none = verify("access", "\"seen\":\"x\"", COMMITMENT, file);

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.text()).contains("no entry of the log commits to it");
    }

    @Test
    void tellsOfWhatWasForgottenSince() {
        VerifyReport report = verify(
                "erasure",
                "\"count\":1,\"legal_basis\":\"x\",\"target_ids\":[\"" + COMMITMENT + "\"]",
                COMMITMENT,
                opening("\"rejects.csv\"").bytes());

        assertThat(report.text()).contains("opens what the log says was forgotten");
        assertThat(report.exitCode()).as("nothing but the erasure names it").isEqualTo(1);
    }
}
