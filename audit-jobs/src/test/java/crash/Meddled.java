package crash;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** A broker with an account, which forgets all it has when it's told to, and in which somebody meddles with the messages. */
public final class Meddled implements AutoCloseable {

    public static final String USER = "cluster";
    public static final String PASSWORD = "broker-s3cret";

    private static final String QUEUE = "training-audit.shares";
    private static final String CONFIG = "audit_config";

    private final int port;
    private final Optional<TlsCertificate> certificate;
    private final List<TextMessage> seen = new ArrayList<>();
    private EmbeddedActiveMQ server;

    /** Listens on that port; with a certificate, over TLS alone. */
    public Meddled(int port, Optional<TlsCertificate> certificate) throws Exception {
        this.port = port;
        this.certificate = certificate;
        this.server = start();
    }

    private Map<String, Object> place() {
        Map<String, Object> place = new HashMap<>();
        place.put("host", "127.0.0.1");
        place.put("port", port);
        place.put("useEpoll", false);
        place.put("sslEnabled", certificate.isPresent());
        return place;
    }

    private Map<String, Object> listening() {
        Map<String, Object> place = place();
        certificate.ifPresent(made -> {
            place.put("keyStoreType", "PEM");
            place.put("keyStorePath", made.withKey().toString());
        });
        return place;
    }

    private Map<String, Object> connecting() {
        Map<String, Object> place = place();
        certificate.ifPresent(made -> {
            place.put("trustStoreType", "PEMCA");
            place.put("trustStorePath", made.alone().toString());
        });
        return place;
    }

    private EmbeddedActiveMQ start() throws Exception {
        EmbeddedActiveMQ started = new EmbeddedActiveMQ();
        started.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration(
                        new TransportConfiguration(NettyAcceptorFactory.class.getName(), listening(), "own")));
        started.setSecurityManager(new ActiveMQSecurityManager() {
            @Override
            public boolean validateUser(String user, String password) {
                return USER.equals(user) && PASSWORD.equals(password);
            }

            @Override
            public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
                return validateUser(user, password);
            }
        });
        started.start();
        return started;
    }

    /** Loses every message and every connection. */
    public void restart() throws Exception {
        server.stop();
        server = start();
    }

    /** Takes what is there; puts back some of it twice, in another order, with old messages and broken ones among it. */
    public void meddle(Random dice) throws JMSException {
        ActiveMQConnectionFactory factory = ActiveMQJMSClient.createConnectionFactoryWithoutHA(
                JMSFactoryType.CF, new TransportConfiguration(NettyConnectorFactory.class.getName(), connecting()));
        try (Connection connection = factory.createConnection(USER, PASSWORD);
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer all = session.createConsumer(session.createQueue(QUEUE));
                MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
            connection.start();
            for (Message message = all.receive(50); message != null; message = all.receive(50)) {
                seen.add((TextMessage) message);
            }
            List<TextMessage> last = seen.subList(Math.max(0, seen.size() - 12), seen.size());
            List<TextMessage> again = new ArrayList<>(last);
            again.addAll(last);
            Collections.shuffle(again, dice);
            for (TextMessage message : again) {
                String text = message.getText();
                boolean broken = dice.nextInt(5) == 0;
                TextMessage copy =
                        session.createTextMessage(broken ? text.replaceFirst("\"turn\":", "\"turn\":1") : text);
                copy.setStringProperty(CONFIG, message.getStringProperty(CONFIG));
                producer.send(copy);
            }
        } finally {
            factory.close();
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker can't be stopped", e);
        }
    }
}
