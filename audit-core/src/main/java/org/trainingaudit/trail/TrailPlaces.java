package org.trainingaudit.trail;

import java.nio.file.Path;

/**
 * Where a log keeps what is not in the database.
 *
 * @param data the data folder; the log's files are in its folder {@code trail}
 * @param keyFile the signing key
 * @param signerState the folder of the signer's last state
 */
public record TrailPlaces(Path data, Path keyFile, Path signerState) {

    /** Everything below one data folder, key and state in its folder {@code signer}. */
    public static TrailPlaces under(Path data) {
        return new TrailPlaces(data, data.resolve("signer").resolve("key"), data.resolve("signer"));
    }

    /** The folder in which each closed log has a folder named by its year. */
    public Path closed() {
        return data.resolve("trail-closed");
    }

    /** The folder of the running log's files. */
    public Path trail() {
        return data.resolve("trail");
    }
}
