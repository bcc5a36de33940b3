package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The logs of earlier years, as they lie in {@code trail-closed/}, the oldest first. */
final class ClosedLogs {

    private final Path folder;

    ClosedLogs(Path folder) {
        this.folder = folder;
    }

    /** One folder a log. */
    List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().matches("[0-9]{4}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * Puts back what a database lost that was set back over the end of one or more years, in the caller's transaction.
     *
     * @return how many entries were put back
     */
    long replayInto(TrailStore store) {
        long before = 0;
        List<Path> logs = folders();
        while (store.running().number() <= logs.size()) {
            Path log = logs.get(store.running().number() - 1);
            Checkpoint last = TrailReader.of(log).checkpoint().checkpoint();
            before += new ExportedEntries(log, last).into(store);
            store.beginNext(last.origin());
        }
        return before;
    }
}
