package org.trainingaudit.cluster;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends offers. A broker that can't be reached is waited for: what couldn't be sent is offered anew once it's back. */
final class Mail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

    /** After so long the database knows better; long enough for clocks that don't agree. */
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final Broker broker;
    private Optional<Sender> sender = Optional.empty();
    private volatile boolean broken;
    private boolean told;

    Mail(Broker broker) {
        this.broker = broker;
    }

    private record Sender(Connection connection, Session session, MessageProducer producer) {}

    /**
     * Makes sure of a connection.
     *
     * @return whether there is a new one, so that nobody knows what became of what was sent before
     */
    boolean isNew() {
        if (sender.isPresent() && !broken) {
            return false;
        }
        close();
        try {
            sender = Optional.of(open());
            broken = false;
            told = false;
            return true;
        } catch (JMSException e) {
            tell(e);
            return false;
        }
    }

    private Sender open() throws JMSException {
        Connection connection = broker.connect();
        try {
            connection.setExceptionListener(fault -> broken = true);
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue(Broker.QUEUE));
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.setTimeToLive(LASTS.toMillis());
            return new Sender(connection, session, producer);
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    /** Once, and not at each try. */
    private void tell(JMSException fault) {
        if (!told) {
            LOG.warn("the broker can't be used and is tried again: {}", broker.trouble(fault));
            told = true;
        }
    }

    /**
     * Sends it to whoever has that configuration.
     *
     * @param except the names of those who aren't to get it
     * @return whether it could be sent
     */
    boolean send(String text, String config, Set<String> except) {
        if (sender.isEmpty()) {
            return false;
        }
        try {
            TextMessage message = sender.get().session().createTextMessage(text);
            Address.write(message, config, except);
            sender.get().producer().send(message);
            return true;
        } catch (JMSException e) {
            broken = true;
            tell(e);
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (sender.isPresent()) {
                sender.get().connection().close();
            }
        } catch (JMSException e) {
            LOG.debug("a connection that is of no use any more didn't close", e);
        }
        sender = Optional.empty();
    }
}
