package org.trainingaudit.setup;

import java.nio.file.Path;

/**
 * Where the program reads and writes.
 *
 * @param config the folder that operators and lawyers edit
 * @param data the folder under which everything is kept
 */
public record Places(Path config, Path data) {

    /** The embedded database's files. */
    public Path database() {
        return data.resolve("db").resolve("audit");
    }

    /** The published log. */
    public Path trail() {
        return data.resolve("trail");
    }

    /** The signing key and the last state that was signed. */
    public Path signer() {
        return data.resolve("signer");
    }

    /** One folder of reports a run. */
    public Path reports() {
        return data.resolve("reports");
    }

    /** One folder of rejects a run: positions and reasons of rows that could not be read. */
    public Path rejects() {
        return data.resolve("rejects");
    }
}
