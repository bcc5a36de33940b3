package org.trainingaudit.cluster;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.setup.BrokerSettings;

/**
 * A broker inside the manager, for sites that have none. It keeps nothing on disk: what it loses with its process, the next
 * manager offers again. Who has the key may use it, and nobody else.
 */
final class OwnBroker implements AutoCloseable {

    private static final OwnBroker NONE = new OwnBroker(Optional.empty());

    private final Optional<EmbeddedActiveMQ> server;

    private OwnBroker(Optional<EmbeddedActiveMQ> server) {
        this.server = server;
    }

    /** Where the settings name one, there is none of its own. */
    static OwnBroker none() {
        return NONE;
    }

    /**
     * Starts one.
     *
     * @throws IllegalStateException where it can't listen
     */
    static OwnBroker start(BrokerSettings settings, BrokerKey key) {
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration(settings));
        server.setSecurityManager(new OneAccount(key.password()));
        OwnBroker broker = new OwnBroker(Optional.of(server));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(said(settings), e);
        }
        if (!isListening(server)) {
            broker.close();
            throw new IllegalStateException(said(settings));
        }
        return broker;
    }

    private static String said(BrokerSettings settings) {
        return "the manager's own broker can't listen on " + settings.address() + ":" + settings.port()
                + "; is the port taken, or the certificate unreadable?";
    }

    private static boolean isListening(EmbeddedActiveMQ server) {
        return server.getActiveMQServer()
                .getRemotingService()
                .getAcceptor("own")
                .isStarted();
    }

    private static Configuration configuration(BrokerSettings settings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, settings.address());
        parameters.put(TransportConstants.PORT_PROP_NAME, settings.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE");
        parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        settings.certificate().map(Path::toString).ifPresent(file -> {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PEM");
            parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, file);
        });
        return new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration(
                        new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, "own"));
    }

    /** May send, take and make the one queue, and manage nothing. */
    private static final class OneAccount implements ActiveMQSecurityManager {

        private final byte[] password;

        private OneAccount(String password) {
            this.password = password.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public boolean validateUser(@Nullable String user, @Nullable String given) {
            return Broker.OWN_USER.equals(user)
                    && given != null
                    && MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean validateUserAndRole(
                @Nullable String user, @Nullable String given, Set<Role> roles, CheckType check) {
            return check != CheckType.MANAGE && validateUser(user, given);
        }
    }

    @Override
    public void close() {
        try {
            if (server.isPresent()) {
                server.get().stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the manager's own broker didn't end in good order", e);
        }
    }
}
