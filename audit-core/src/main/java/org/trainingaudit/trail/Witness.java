package org.trainingaudit.trail;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A witness that is asked to cosign.
 *
 * @param vkey its key, of type witness; an answer that it did not sign is not taken
 * @param url the prefix below which it listens; {@code /add-checkpoint} is added
 * @param timeout how long it may take from connecting to the whole answer
 */
public record Witness(VerifierKey vkey, URI url, Duration timeout) {

    /** The time a witness has unless told otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    public Witness {
        if (vkey.type() != VerifierKey.Type.WITNESS) {
            throw new TrailException("the key " + vkey + " is a log's, not a witness's");
        }
        String scheme = String.valueOf(url.getScheme());
        if (!Set.of("http", "https").contains(scheme) || url.getHost() == null || url.getRawQuery() != null) {
            throw new TrailException(
                    "'" + url + "' is not where a witness listens; expected http(s)://host[:port][/path]");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new TrailException("a witness needs some time to answer, but has " + timeout);
        }
    }

    URI addCheckpoint() {
        String prefix = url.toString();
        return URI.create((prefix.endsWith("/") ? prefix : prefix + "/") + "add-checkpoint");
    }
}
