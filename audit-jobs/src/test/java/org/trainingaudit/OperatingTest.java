package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.trainingaudit.cluster.Together;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/** Steps of docs/operating.md that no other test does, with the commands that stand there. */
class OperatingTest {

    private static final int VIOLATIONS_OPEN = 1;
    private static final List<String> OF_THE_LOG = List.of("db", "trail", "trail-closed", "signer", "reports");

    @TempDir
    Path folder;

    @Test
    void beginsWithAKeyThatWasMadeElsewhere() throws Exception {
        Guide.shell(folder, Guide.command("openssl genpkey"), Map.of());
        Path key = folder.resolve("key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String made = Files.readString(key);
        Estate estate = Estate.small(folder.resolve("estate"));
        estate.write("config/application.yaml", "audit:\n  trail: {key-file: " + key + "}\n");
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(Files.readString(key)).isEqualTo(made);
        assertThat(estate.path("var/signer/key")).doesNotExist();
        assertThat(verify(estate.path("var/trail"), run.vkey())).isZero();
    }

    @Test
    void beginsANewLogWhereTheKeyWasStolen() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        String old = estate.audit("run").vkey();
        Path aside = Files.createDirectory(folder.resolve("aside"));
        for (String part : OF_THE_LOG) {
            if (Files.exists(estate.path("var/" + part))) {
                Files.move(estate.path("var/" + part), aside.resolve(part));
            }
        }
        estate.write("config/application.yaml", "audit:\n  trail: {origin: audit.example/after-the-theft}\n");
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(run.vkey()).isNotEqualTo(old).startsWith("audit.example/after-the-theft+");
        assertThat(verify(estate.path("var/trail"), run.vkey())).isZero();
        assertThat(verify(aside.resolve("trail"), old)).isZero();
        assertThat(verify(estate.path("var/trail"), old)).isNotZero();
    }

    @Test
    void goesOnWithACopyThatWasTakenWhileNothingRan() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        String key = estate.audit("run").vkey();
        Path copy = folder.resolve("copy");
        FileSystemUtils.copyRecursively(estate.path("var"), copy);
        FileSystemUtils.deleteRecursively(estate.path("var"));
        FileSystemUtils.copyRecursively(copy, estate.path("var"));
        Files.setPosixFilePermissions(estate.path("var/signer"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(estate.path("var/signer/key"), PosixFilePermissions.fromString("rw-------"));
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(run.vkey()).isEqualTo(key);
        assertThat(verify(estate.path("var/trail"), key)).isZero();
    }

    @Test
    void makesAKeyForManagerAndWorkers() throws Exception {
        Path key = folder.resolve("broker-key");
        Guide.shell(
                folder,
                Guide.command("openssl rand").replace("/etc/training-audit/broker-key", key.toString()),
                Map.of());
        Estate estate = Estate.small(folder.resolve("estate"));
        estate.write(
                "config/application.yaml",
                "audit:\n  database: {url: 'jdbc:postgresql://db.example.jp/audit', user: audit_app, password-file: p}\n");
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(new Places(estate.path("config"), estate.path("var")), faults);
        faults.throwIfAny();
        assertThat(Together.require(configuration.settings(), Optional.of(key))).hasSize(1);
    }

    @Test
    void signsACallOfAWebhookAsTheReceiverIsToldToCheckIt() throws Exception {
        Files.writeString(folder.resolve("body.json"), "{\"kind\":\"run-failed\"}");
        String said = Guide.shell(
                folder, Guide.command("printf '%s.'"), Map.of("timestamp", "1795376098", "secret", "a long secret"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a long secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] wanted = mac.doFinal("1795376098.{\"kind\":\"run-failed\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(said).endsWith(HexFormat.of().formatHex(wanted));
    }

    private static int verify(Path trail, String key) {
        return Command.audit("verify", trail.toString(), "--key", key).code();
    }
}
