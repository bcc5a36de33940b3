package org.trainingaudit.cluster;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.trainingaudit.setup.BrokerSettings;

/** The way to the broker. */
final class Broker implements AutoCloseable {

    /** Where offers lie. */
    static final String QUEUE = "training-audit.shares";

    /** The account at the manager's own broker. */
    static final String OWN_USER = "audit";

    private static final String NO_CLASS = "none";

    private final ActiveMQConnectionFactory factory;
    private final String user;
    private final String password;
    private final BrokerTrouble trouble;

    private Broker(ActiveMQConnectionFactory factory, String user, String password, BrokerTrouble trouble) {
        this.factory = factory;
        this.user = user;
        this.password = password;
        this.trouble = trouble;
    }

    /** The broker of the settings; nothing is connected yet. */
    static Broker of(BrokerSettings settings, BrokerKey key) {
        ActiveMQConnectionFactory factory = ActiveMQJMSClient.createConnectionFactoryWithoutHA(
                JMSFactoryType.CF,
                new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters(settings)));
        // A worker that is busy holds no message that another could take.
        factory.setConsumerWindowSize(0);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        // A message is text. Should it be an object, none of its classes is made.
        factory.setDeserializationAllowList(NO_CLASS);
        factory.setDeserializationDenyList("*");
        String user = settings.user().orElse(OWN_USER);
        String password = settings.user().isPresent() ? settings.password().read(System::getenv) : key.password();
        return new Broker(factory, user, password, new BrokerTrouble(settings, user));
    }

    private static Map<String, Object> parameters(BrokerSettings settings) {
        BrokerSettings.Server server = settings.server();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, server.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, server.port());
        parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        if (server.encrypted()) {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
            settings.trust().map(Path::toString).ifPresent(file -> {
                parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PEMCA");
                parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, file);
            });
        }
        return parameters;
    }

    /** A connection, to be closed. */
    Connection connect() throws JMSException {
        return factory.createConnection(user, password);
    }

    /** Why it couldn't be connected to or spoken to, and what to mend; takes some seconds. */
    String trouble(JMSException fault) {
        return trouble.said(fault);
    }

    @Override
    public void close() {
        factory.close();
    }
}
