package org.trainingaudit.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;

/**
 * The configuration of a program that keeps running: the last good set, exchanged as a whole when a later one is good.
 *
 * <p>A set is good when it has no fault, all its cases say what their author wrote, and every regime can be judged today.
 * A set that isn't never replaces one that is; it's told in the {@link State} until a good one follows. Any number of
 * threads may read; a reader keeps the set it took for as long as it holds it. {@link #refresh} may be called by any
 * thread as well, and works one at a time.
 */
public final class LiveConfiguration {

    private final Places places;
    private final Clock clock;
    private volatile Served served;

    /** Exchanged as one, so that a reader never sees a set with the state of another. */
    private record Served(Configuration configuration, ConfigFiles seen, State state) {}

    /**
     * What is served, and what was refused since.
     *
     * @param since when the served set was taken
     * @param sha256 the served set's hash, as it stands in the trail
     * @param refused the newest set in the folder, where it isn't the one served
     */
    public record State(Instant since, String sha256, Optional<Refused> refused) {}

    /**
     * A set that can't be used.
     *
     * @param since when it was first seen
     * @param sha256 its hash
     * @param changed in which files it differs from the served set, such as {@code changed regimes/eu-gdpr.yaml}
     * @param wrongs what is wrong, one text each, as {@code audit check} tells it
     */
    public record Refused(Instant since, String sha256, List<String> changed, List<String> wrongs) {
        public Refused {
            changed = List.copyOf(changed);
            wrongs = List.copyOf(wrongs);
        }
    }

    private LiveConfiguration(Places places, Clock clock, Served first) {
        this.places = places;
        this.clock = clock;
        this.served = first;
    }

    /**
     * Takes the folder's set.
     *
     * @throws ConfigurationException with all that is wrong, where it isn't good: there is no earlier one to serve
     */
    public static LiveConfiguration open(Places places, Clock clock) {
        CheckedSet first = CheckedSet.read(places, clock);
        first.check().faults().throwIfAny();
        if (!first.check().isSound()) {
            throw ConfigurationException.of(
                    Location.of(places.config().toString()),
                    String.join("\n", first.check().wrongs()));
        }
        return new LiveConfiguration(places, clock, served(first, clock));
    }

    /** Begins with a set that is served already, and looks for later ones. */
    public static LiveConfiguration serving(Configuration served, Places places, Clock clock) {
        State state = new State(clock.instant(), served.sha256(), Optional.empty());
        return new LiveConfiguration(places, clock, new Served(served, served.files(), state));
    }

    private static Served served(CheckedSet set, Clock clock) {
        Configuration configuration = set.configuration().orElseThrow();
        State state = new State(clock.instant(), set.files().sha256(), Optional.empty());
        return new Served(configuration, set.files(), state);
    }

    /** The last good set. */
    public Configuration current() {
        return served.configuration();
    }

    /** What is served, and what was refused. */
    public State state() {
        return served.state();
    }

    /** Looks at the folder once; cheap where nothing changed. */
    public synchronized State refresh() {
        Faults faults = new Faults();
        ConfigFiles now = ConfigFiles.read(places.config(), faults);
        if (!faults.isEmpty() || !isSeen(now)) {
            take(CheckedSet.of(now, faults, clock));
        }
        return served.state();
    }

    private boolean isSeen(ConfigFiles now) {
        return FileChanges.between(served.seen(), now).isEmpty();
    }

    private void take(CheckedSet set) {
        Served before = served;
        if (set.check().isSound()) {
            boolean same = set.files().sha256().equals(before.state().sha256());
            served = same ? unchanged(before) : served(set, clock);
        } else {
            served = new Served(before.configuration(), set.files(), refused(before, set));
        }
    }

    /** The folder is again what is served. */
    private static Served unchanged(Served before) {
        State state = new State(before.state().since(), before.state().sha256(), Optional.empty());
        return new Served(before.configuration(), before.configuration().files(), state);
    }

    private State refused(Served before, CheckedSet set) {
        String sha256 = set.files().sha256();
        Instant since = before.state()
                .refused()
                .filter(earlier -> earlier.sha256().equals(sha256))
                .map(Refused::since)
                .orElseGet(clock::instant);
        List<String> changed = FileChanges.between(before.configuration().files(), set.files());
        return new State(
                before.state().since(),
                before.state().sha256(),
                Optional.of(new Refused(since, sha256, changed, set.check().wrongs())));
    }
}
