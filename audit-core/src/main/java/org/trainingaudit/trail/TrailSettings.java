package org.trainingaudit.trail;

import java.util.Optional;

/**
 * What an operator may choose for a log.
 *
 * @param origin the log's name; by default one made from its key
 * @param policy the text of a witness policy to publish beside the log
 */
public record TrailSettings(Optional<String> origin, Optional<String> policy) {

    /** Refuses an origin that could not stand in a checkpoint or a path. */
    public TrailSettings {
        origin.filter(name -> !name.matches("[a-z0-9][a-z0-9./-]{0,199}")).ifPresent(name -> {
            throw new TrailException("audit.trail.origin: '" + name
                    + "' is not a log's name; expected up to 200 of the characters a-z, 0-9, '.', '/' and '-'");
        });
    }

    /** Name by key, no policy. */
    public static TrailSettings defaults() {
        return new TrailSettings(Optional.empty(), Optional.empty());
    }
}
