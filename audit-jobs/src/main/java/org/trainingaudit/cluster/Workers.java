package org.trainingaudit.cluster;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.trainingaudit.operate.Rounds;
import org.trainingaudit.operate.ThisProcess;

/**
 * The threads of a worker. Each waits for an offer, takes the share it offers, and works on it. The offer is gone from the
 * broker once the share is taken; should the worker die after that, its silence makes the manager offer the share again.
 */
final class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int LISTEN_MILLIS = 500;
    private static final int TRY_AGAIN_SECONDS = 2;
    private static final int SECONDS_TO_STOP = 30;
    private static final int BEATS_IN_SILENCE = 6;

    private final Broker broker;
    private final Desk desk;
    private final ShareWorker worker;
    private final String config;
    private final int threads;
    private final Duration silence;
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();
    private final ExecutorService hands;
    private final Rounds heart = new Rounds("heart", "saying that this worker lives");
    private volatile boolean running;

    Workers(Broker broker, Desk desk, ShareWorker worker, String config, int threads, Duration silence) {
        this.broker = broker;
        this.desk = desk;
        this.worker = worker;
        this.config = config;
        this.threads = threads;
        this.silence = silence;
        this.hands = Executors.newFixedThreadPool(threads, Workers::hand);
    }

    private static Thread hand(Runnable work) {
        return new Thread(work, "share");
    }

    int connected() {
        return connected.get();
    }

    @Override
    public void start() {
        running = true;
        heart.every(silence.dividedBy(BEATS_IN_SILENCE), worker::beat);
        for (int i = 0; i < threads; i++) {
            hands.execute(this::listen);
        }
    }

    private void listen() {
        while (running) {
            try (Connection connection = broker.connect()) {
                listen(connection);
            } catch (JMSException e) {
                tell(e);
                pause();
            } catch (RuntimeException e) {
                LOG.error("a share could not be taken or begun; the manager offers it again", e);
                pause();
            }
        }
    }

    private void listen(Connection connection) throws JMSException {
        AtomicBoolean broken = new AtomicBoolean();
        connection.setExceptionListener(fault -> broken.set(true));
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer offers =
                session.createConsumer(session.createQueue(Broker.QUEUE), Address.selector(config, ThisProcess.name()));
        connection.start();
        connected.incrementAndGet();
        told.set(false);
        try {
            while (running && !broken.get()) {
                Message message = offers.receive(LISTEN_MILLIS);
                if (message != null) {
                    Optional<Offer> taken = desk.take(message instanceof TextMessage text ? text(text) : "");
                    session.commit();
                    taken.ifPresent(worker::work);
                }
            }
        } finally {
            connected.decrementAndGet();
        }
    }

    private static String text(TextMessage message) throws JMSException {
        return Optional.ofNullable(message.getText()).orElse("");
    }

    /** Once, and not by each thread at each try. */
    private void tell(JMSException fault) {
        if (running && told.compareAndSet(false, true)) {
            LOG.warn("the broker can't be used and is tried again: {}", broker.trouble(fault));
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(TRY_AGAIN_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives back what it has at the next chunk, so that others go on with it at once. */
    @Override
    public void stop() {
        running = false;
        worker.giveBack();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("a share is in the middle of a long transaction and is left; others begin that again");
                hands.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.end();
        broker.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
