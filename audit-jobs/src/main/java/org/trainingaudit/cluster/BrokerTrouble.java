package org.trainingaudit.cluster;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.trainingaudit.setup.BrokerSettings;

/**
 * Says why the broker can't be used, and what to mend. The client that speaks to it says the same of a broker that isn't
 * there, of one whose certificate isn't trusted and of one that speaks something else; so this looks for itself, once.
 */
final class BrokerTrouble {

    private static final int MILLIS = 2_000;

    /** How Java says that what came back wasn't TLS; a broker may also say nothing at all. */
    private static final String NOT_TLS = "SSL message";

    private static final String SILENCE = "no answer to a greeting in TLS";

    private final BrokerSettings settings;
    private final BrokerSettings.Server server;
    private final String user;

    BrokerTrouble(BrokerSettings settings, String user) {
        this.settings = settings;
        this.server = settings.server();
        this.user = user;
    }

    /** What a person should look at; never a password. */
    String said(JMSException fault) {
        String place = server.host() + ":" + server.port();
        return fault instanceof JMSSecurityException
                ? place + " refuses the account '" + user + "': " + account()
                : place + " " + looked(String.valueOf(fault.getMessage()));
    }

    private String account() {
        return settings.url().isPresent()
                ? "look at audit.broker.user and its password, and whether the account may send to, consume from and"
                        + " create the queue " + Broker.QUEUE
                : "give manager and workers the same broker key";
    }

    private String looked(String said) {
        try {
            connected().close();
            return server.encrypted() ? overTls(said) : withoutTls(said);
        } catch (IOException e) {
            return "can't be reached (" + e.getMessage() + "): is the broker up, and may this machine reach it? Look at"
                    + " audit.broker." + (settings.url().isPresent() ? "url" : "address and audit.broker.port");
        }
    }

    private static String withoutTls(String said) {
        return "is there, but didn't answer as a broker without TLS does (" + said
                + "): if that stays so, name the port of its"
                + " acceptor, and if that speaks TLS, write ssl:// in audit.broker.url";
    }

    private String overTls(String said) {
        try {
            SSLContext trusting = trusting();
            Optional<String> chain = refusal(trusting, "");
            Optional<String> name = chain.isPresent() ? chain : refusal(trusting, "HTTPS");
            return chain.map(this::unbelieved)
                    .or(() -> name.map(reason -> "shows a certificate for another name (" + reason
                            + "): write the name that the certificate has in audit.broker.url, or give the broker one for "
                            + server.host()))
                    .orElse("speaks TLS, but didn't answer as a broker does (" + said
                            + "): if that stays so, name the port of its acceptor for CORE");
        } catch (IOException | GeneralSecurityException e) {
            return "speaks TLS, and " + trust() + " can't be read: " + e.getMessage();
        }
    }

    private String unbelieved(String reason) {
        return reason.contains(NOT_TLS) || reason.equals(SILENCE)
                ? "doesn't speak TLS (" + reason + "): give its acceptor a certificate, or name the port that has one"
                : "shows a certificate that isn't trusted (" + reason + "): put who signed it into the file of"
                        + " audit.broker.trust; now it is " + trust();
    }

    private String trust() {
        return settings.trust().map(file -> "'" + file + "'").orElse("what Java trusts");
    }

    /** Why the handshake fails, if it does. */
    private Optional<String> refusal(SSLContext trusting, String nameRule) throws IOException {
        try (Socket plain = connected();
                SSLSocket socket = (SSLSocket)
                        trusting.getSocketFactory().createSocket(plain, server.host(), server.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(nameRule);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.of(SILENCE);
        } catch (SSLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.host(), server.port()), MILLIS);
            socket.setSoTimeout(MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        if (settings.trust().isEmpty()) {
            return SSLContext.getDefault();
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(certificates(settings.trust().get()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted" + store.size(), certificate);
            }
        }
        return store;
    }
}
