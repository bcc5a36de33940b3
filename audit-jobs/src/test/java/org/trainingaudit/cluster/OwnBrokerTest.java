package org.trainingaudit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crash.TlsCertificate;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.setup.BrokerSettings;
import org.trainingaudit.setup.SecretPlace;

class OwnBrokerTest {

    private static final BrokerKey KEY =
            new BrokerKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private static final BrokerKey OTHER =
            new BrokerKey("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static BrokerSettings settings(int port, Optional<Path> certificate, Optional<Path> trust) {
        return new BrokerSettings(
                Optional.empty(),
                "127.0.0.1",
                port,
                Optional.empty(),
                new SecretPlace(Optional.empty(), Optional.empty()),
                Optional.empty(),
                certificate,
                trust,
                false,
                4,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30));
    }

    @Test
    void isOpenToWhoHasTheKeyAlone() throws Exception {
        BrokerSettings settings = settings(freePort(), Optional.empty(), Optional.empty());
        try (OwnBroker broker = OwnBroker.start(settings, KEY);
                Broker ours = Broker.of(settings, KEY);
                Broker theirs = Broker.of(settings, OTHER);
                Mail mail = new Mail(ours)) {
            assertThat(mail.isNew()).isTrue();
            assertThat(mail.send("hello", "c0ffee", Set.of())).isTrue();
            assertThat(mail.isNew()).isFalse();
            assertThatThrownBy(theirs::connect).isInstanceOf(JMSSecurityException.class);
            assertThatThrownBy(() -> OwnBroker.start(settings, KEY)).hasMessageContaining("is the port taken");
            assertThat(broker).isNotNull();
        }
    }

    @Test
    void isWaitedForWhereItIsNotThere() throws Exception {
        BrokerSettings settings = settings(freePort(), Optional.empty(), Optional.empty());
        try (Broker nobody = Broker.of(settings, KEY);
                Mail mail = new Mail(nobody)) {
            assertThat(mail.isNew()).isFalse();
            assertThat(mail.send("hello", "c0ffee", Set.of())).isFalse();
            try (OwnBroker broker = OwnBroker.start(settings, KEY)) {
                assertThat(broker).isNotNull();
                assertThat(mail.isNew()).isTrue();
                assertThat(mail.send("hello", "c0ffee", Set.of())).isTrue();
            }
        }
    }

    @Test
    void speaksTlsAloneOnceItHasACertificate() throws Exception {
        TlsCertificate made = TlsCertificate.make(folder, "ip:127.0.0.1");
        Path certificate = made.withKey();
        Path trust = made.alone();
        int port = freePort();
        BrokerSettings settings = settings(port, Optional.of(certificate), Optional.of(trust));
        try (OwnBroker broker = OwnBroker.start(settings, KEY);
                Broker trusting = Broker.of(settings, KEY);
                Broker untrusting = Broker.of(settings(port, Optional.of(certificate), Optional.empty()), KEY)) {
            assertThat(broker).isNotNull();
            try (Connection connection = trusting.connect()) {
                assertThat(connection.getMetaData().getJMSMajorVersion()).isPositive();
            }
            assertThatThrownBy(untrusting::connect).isInstanceOf(JMSException.class);
        }
    }
}
