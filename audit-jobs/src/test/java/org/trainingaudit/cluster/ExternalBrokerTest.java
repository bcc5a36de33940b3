package org.trainingaudit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crash.Meddled;
import crash.TlsCertificate;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.setup.BrokerSettings;
import org.trainingaudit.setup.SecretPlace;

/** A broker that somebody else runs, with an account and a certificate: who may use it, and what is said to who may not. */
class ExternalBrokerTest {

    private static final BrokerKey KEY =
            new BrokerKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void isSpokenToOverTlsByWhoTrustsItsCertificateAndHasThePassword() throws Exception {
        TlsCertificate certificate = TlsCertificate.make(folder, "ip:127.0.0.1");
        TlsCertificate other = TlsCertificate.make(folder, "dns:elsewhere.example");
        int port = freePort();
        try (Meddled broker = new Meddled(port, Optional.of(certificate))) {
            BrokerSettings good = settings("ssl", port, Meddled.PASSWORD, Optional.of(certificate.alone()));
            try (Broker client = Broker.of(good, KEY);
                    Connection connection = client.connect();
                    Mail mail = new Mail(client)) {
                assertThat(connection.getMetaData().getJMSMajorVersion()).isPositive();
                assertThat(mail.isNew()).isTrue();
                assertThat(mail.send("hello", "c0ffee", Set.of())).isTrue();
            }
            assertThat(trouble(settings("ssl", port, "wrong", Optional.of(certificate.alone()))))
                    .contains("127.0.0.1:" + port + " refuses the account 'cluster'")
                    .contains("audit.broker.user and its password")
                    .doesNotContain("wrong");
            assertThat(trouble(settings("ssl", port, Meddled.PASSWORD, Optional.of(other.alone()))))
                    .contains("shows a certificate that isn't trusted")
                    .contains("audit.broker.trust")
                    .contains("now it is '" + other.alone() + "'");
            assertThat(trouble(settings("ssl", port, Meddled.PASSWORD, Optional.empty())))
                    .contains("isn't trusted")
                    .contains("now it is what Java trusts");
            assertThat(looked(settings("tcp", port, Meddled.PASSWORD, Optional.empty())))
                    .contains("didn't answer as a broker without TLS does (timed out)")
                    .contains("write ssl:// in audit.broker.url");
            assertThat(broker).isNotNull();
        }
        try (Meddled broker = new Meddled(port, Optional.of(other))) {
            assertThat(trouble(settings("ssl", port, Meddled.PASSWORD, Optional.of(other.alone()))))
                    .contains("shows a certificate for another name")
                    .contains("or give the broker one for 127.0.0.1");
            assertThat(broker).isNotNull();
        }
        assertThat(trouble(settings("ssl", port, Meddled.PASSWORD, Optional.of(other.alone()))))
                .contains("127.0.0.1:" + port + " can't be reached")
                .contains("is the broker up");
    }

    @Test
    void isNotSpokenToOverTlsWhereItHasNone() throws Exception {
        int port = freePort();
        try (Meddled broker = new Meddled(port, Optional.empty())) {
            assertThat(looked(settings("ssl", port, Meddled.PASSWORD, Optional.empty())))
                    .contains("127.0.0.1:" + port + " doesn't speak TLS")
                    .contains("give its acceptor a certificate");
            assertThat(broker).isNotNull();
        }
    }

    private static String trouble(BrokerSettings settings) throws JMSException {
        try (Broker broker = Broker.of(settings, KEY)) {
            String[] said = new String[1];
            assertThatThrownBy(broker::connect)
                    .isInstanceOfSatisfying(JMSException.class, fault -> said[0] = broker.trouble(fault));
            return said[0];
        }
    }

    /** Without waiting for the client to give up, which takes it half a minute where nobody answers. */
    private static String looked(BrokerSettings settings) {
        try (Broker broker = Broker.of(settings, KEY)) {
            return broker.trouble(new JMSException("timed out"));
        }
    }

    private BrokerSettings settings(String scheme, int port, String password, Optional<Path> trust) throws IOException {
        Path secret = Files.writeString(folder.resolve("password-" + password), password + "\n");
        return new BrokerSettings(
                Optional.of(scheme + "://127.0.0.1:" + port),
                "127.0.0.1",
                61616,
                Optional.of(Meddled.USER),
                new SecretPlace(Optional.empty(), Optional.of(secret)),
                Optional.empty(),
                Optional.empty(),
                trust,
                false,
                4,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
