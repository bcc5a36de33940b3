package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.TrailReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rows could not be read is no part of the trail, and yet provable by it until it is to be forgotten. */
class DisclosureTest {

    @TempDir
    Path folder;

    @Test
    void provesTheListOfUnreadRowsUntilItIsForgotten() throws IOException, GeneralSecurityException {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        List<EntryText> totals = totals(estate);
        assertThat(totals).hasSize(3);
        assertThat(totals)
                .filteredOn(entry -> entry.body().text("dataset").equals("own/patients"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.body().text("rejects")).isEmpty());
        String commitment = totals.stream()
                .filter(entry -> entry.body().text("dataset").equals("own/broken"))
                .map(entry -> entry.body().text("rejects"))
                .findFirst()
                .orElseThrow();

        Command shown = trail(estate, "disclose", commitment);
        assertThat(shown.code()).as(shown.err()).isZero();
        JsonNode opening = JsonMapper.shared().readTree(shown.out());
        String value = opening.path("value").asString();
        assertThat(hmac(opening.path("key").asString(), "audit-commit/v1\nrejects\n" + value))
                .isEqualTo(commitment);
        Path rejects = estate.path("var/rejects/" + totals.get(0).run().replace('/', '_') + "/own_broken.csv");
        assertThat(JsonMapper.shared().readTree(value).path("sha256").asString())
                .isEqualTo(Sha256.hex(Files.readAllBytes(rejects)));

        Path bundle = folder.resolve("evidence");
        Path disclosed = Files.writeString(folder.resolve("disclosed.json"), shown.out());
        Command bundled = Command.audit(
                estate.arguments("bundle", "--disclose", disclosed.toString(), "--out", bundle.toString()));
        assertThat(bundled.code()).as(bundled.err()).isZero();
        Command checked = Command.audit("verify", bundle.toString(), "--key", key(estate));
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
        assertThat(checked.out()).contains("1 disclosure opens what entries commit to");

        Command erased = trail(estate, "erase", "--subject", "own/broken", "--basis", "GDPR Art. 17");
        assertThat(erased.out()).contains("1 value forgotten");
        assertThat(new String(Files.readAllBytes(estate.path("var/db/audit.mv.db")), StandardCharsets.ISO_8859_1))
                .as("what the file of the embedded database still has")
                .doesNotContain(value)
                .doesNotContain(new String(
                        HexFormat.of().parseHex(opening.path("key").asString()), StandardCharsets.ISO_8859_1));
        assertThat(trail(estate, "disclose", commitment).code()).isEqualTo(2);
        Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key(estate));
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    private static String key(Estate estate) {
        return trail(estate, "status")
                .out()
                .lines()
                .filter(line -> line.startsWith("vkey:"))
                .map(line -> line.substring(5).strip())
                .findFirst()
                .orElseThrow();
    }

    private static Command trail(Estate estate, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("trail"));
        arguments.addAll(List.of(estate.arguments(command, more)));
        return Command.audit(arguments.toArray(String[]::new));
    }

    private static List<EntryText> totals(Estate estate) {
        TrailReader trail = TrailReader.of(estate.path("var/trail"));
        List<EntryText> totals = new ArrayList<>();
        for (EntryText entry : trail.texts(trail.checkpoint().checkpoint().size())) {
            if (entry.kind().equals("totals")) {
                totals.add(entry);
            }
        }
        return totals;
    }

    private static String hmac(String key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
