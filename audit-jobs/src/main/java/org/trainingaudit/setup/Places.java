package org.trainingaudit.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** Every log that is published here, the closed ones of earlier years first, the oldest foremost. */
    public List<Path> logs() {
        List<Path> logs = new ArrayList<>();
        Path closed = data.resolve("trail-closed");
        if (Files.isDirectory(closed)) {
            try (Stream<Path> years = Files.list(closed)) {
                years.sorted().forEach(logs::add);
            } catch (IOException e) {
                throw new UncheckedIOException("'" + closed + "' can't be listed", e);
            }
        }
        logs.add(trail());
        return logs.stream()
                .filter(log -> Files.exists(log.resolve("checkpoint")))
                .toList();
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

    /** The lineage events that tools sent; nobody else may read there. */
    public Path lineage() {
        return data.resolve("lineage");
    }

    /** Where the web server of a serving program works; holds nothing that is kept. */
    public Path web() {
        return data.resolve("web");
    }

    /** What is kept of large datasets while they are being scanned; nobody else may read there. */
    public Path blocks() {
        return data.resolve("blocks");
    }
}
