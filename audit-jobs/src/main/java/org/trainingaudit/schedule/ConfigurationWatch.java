package org.trainingaudit.schedule;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.Rounds;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.LiveConfiguration;
import org.trainingaudit.setup.LiveConfiguration.Refused;
import org.trainingaudit.setup.Places;

/**
 * Looks every few seconds whether the configuration folder has changed. A good set is handed to whoever serves when no run is
 * on, and from then on none begins; one with faults is told, and never taken.
 */
@Component
public class ConfigurationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);

    /** How long it waits between two looks. */
    public record Pace(Duration between) {}

    private final LiveConfiguration live;
    private final String served;
    private final Operations operations;
    private final Pace pace;
    private final Rounds rounds = new Rounds("configuration", "looking after the configuration");
    private Optional<Configuration> next = Optional.empty();
    private Optional<Refused> told = Optional.empty();
    private volatile Set<String> passedOver = Set.of();

    ConfigurationWatch(Configuration served, Places places, Clock clock, Operations operations, Pace pace) {
        this.live = LiveConfiguration.serving(served, places, clock);
        this.served = served.sha256();
        this.operations = operations;
        this.pace = pace;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.every(pace.between, this::look);
    }

    /** Looks once; cheap where nothing changed. */
    public void look() {
        LiveConfiguration.State state = live.refresh();
        state.refused().filter(refused -> !told.equals(Optional.of(refused))).ifPresent(this::tell);
        told = state.refused();
        boolean other = !state.sha256().equals(served) && !passedOver.contains(state.sha256());
        if (state.refused().isEmpty() && other && operations.handOver()) {
            offer(live.current());
        }
    }

    private void tell(Refused refused) {
        LOG.error(
                "the changed configuration ({}) has faults and isn't taken; the last good one goes on:\n{}",
                String.join(", ", refused.changed()),
                String.join("\n", refused.wrongs()));
    }

    private synchronized void offer(Configuration good) {
        next = Optional.of(good);
        notifyAll();
    }

    /** Never offers sets of these hashes: they have no faults, and yet nothing could be served by them. */
    public void passOver(Set<String> hashes) {
        passedOver = Set.copyOf(hashes);
    }

    /** What is wrong with the folder, while a set with faults stands in it. */
    public Optional<Refused> refused() {
        return live.state().refused();
    }

    /** Waits until a good set other than the served one is there and no run is on. */
    public synchronized Configuration awaitNext() throws InterruptedException {
        while (next.isEmpty()) {
            wait();
        }
        return next.get();
    }

    @PreDestroy
    void end() {
        rounds.breakOff();
    }
}
