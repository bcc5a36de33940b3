package org.trainingaudit.trail;

import java.util.List;
import java.util.Optional;

/**
 * What an operator may choose for a log.
 *
 * @param origin the log's name; by default one made from its key
 * @param policy the text of a witness policy to publish beside the log
 * @param witnesses who is asked to cosign each checkpoint before it is published
 */
public record TrailSettings(Optional<String> origin, Optional<String> policy, List<Witness> witnesses) {

    /** Refuses an origin that could not stand in a checkpoint or a path. */
    public TrailSettings {
        witnesses = List.copyOf(witnesses);
        origin.filter(name -> !name.matches("[a-z0-9][a-z0-9./-]{0,199}")).ifPresent(name -> {
            throw new TrailException("audit.trail.origin: '" + name
                    + "' is not a log's name; expected up to 200 of the characters a-z, 0-9, '.', '/' and '-'");
        });
    }

    /** The same without witnesses. */
    public TrailSettings(Optional<String> origin, Optional<String> policy) {
        this(origin, policy, List.of());
    }

    /** Name by key, no policy, no witnesses. */
    public static TrailSettings defaults() {
        return new TrailSettings(Optional.empty(), Optional.empty());
    }
}
