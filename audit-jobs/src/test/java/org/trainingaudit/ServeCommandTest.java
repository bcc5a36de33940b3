package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code audit serve} refuses to start with. */
class ServeCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "changeme", "{noop}x"})
    void servesNothingWithAWeakFirstPassword(String password) throws Exception {
        Estate estate = Estate.small(folder);
        Path file = folder.resolve("password");
        Files.writeString(file, password + "\n");
        Command refused = estate.audit("serve", "--port", "0", "--admin-password-file", file.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("no account was made and nothing is served");
        assertThat(refused.out() + refused.err().replace("the password", ""))
                .doesNotContain("changeme")
                .doesNotContain("{noop}x");
    }

    @Test
    void servesNothingInClearToOtherMachines() {
        Estate estate = Estate.small(folder);
        estate.write("config/application.yaml", "audit: {api: {address: 0.0.0.0}}\n");
        Command refused = estate.audit("serve", "--port", "0");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("audit.api", "travel in clear", "behind-proxy: true");
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        Estate estate = Estate.small(folder);
        Path file = Files.writeString(folder.resolve("password"), "a long phrase of my own\n");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            Command refused = estate.audit("serve", "--port", port, "--admin-password-file", file.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err().lines())
                    .last()
                    .asString()
                    .startsWith("audit: port " + port + " is taken by another program; stop that one, or name another");
            assertThat(refused.err()).doesNotContain("Exception", "APPLICATION FAILED");
        }
    }

    @Test
    void saysWhatIsWrongWithACronExpression() {
        Estate estate = Estate.small(folder);
        estate.write("config/application.yaml", "audit: {schedule: {nightly: 'at two'}}\n");
        assertThat(estate.audit("serve", "--port", "0").err()).contains("audit.schedule", "0 0 2 * * *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "worker"})
    void servesOnlyWhatItHasTheMeansFor(String role) throws Exception {
        Estate estate = Estate.small(folder);
        Command embedded = estate.audit("serve", "--port", "0", "--role", role);
        assertThat(embedded.code()).isEqualTo(2);
        assertThat(embedded.err()).contains("share a PostgreSQL database, and audit.database names none");

        estate.write(
                "config/application.yaml",
                "audit: {database: {url: 'jdbc:postgresql://127.0.0.1:1/audit', user: app}}\n");
        Command keyless = estate.audit("serve", "--port", "0", "--role", role);
        assertThat(keyless.code()).isEqualTo(2);
        assertThat(keyless.err()).contains("openssl rand -hex", "--broker-key-file", "audit.broker.key-file");

        Path key = folder.resolve("key");
        Files.writeString(key, "short\n");
        Command weak = estate.audit("serve", "--port", "0", "--role", role, "--broker-key-file", key.toString());
        assertThat(weak.code()).isEqualTo(2);
        assertThat(weak.err()).contains("has 5 characters").doesNotContain("short\n");
    }
}
