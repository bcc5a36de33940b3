package org.trainingaudit.setup;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.trainingaudit.config.ConfigFiles;

/**
 * Tells when something happened in the configuration folder. Editors write a file in several steps, so a wave of events
 * counts as one, told when it has been quiet for a moment.
 */
public final class FolderEvents implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(150);
    private static final int LONGEST_WAVE = 20;

    private final WatchService service;

    private FolderEvents(WatchService service) {
        this.service = service;
    }

    /** Listens from now on to the folder and those of its subfolders that hold configuration. */
    public static FolderEvents of(Path config) throws IOException {
        FolderEvents events = new FolderEvents(FileSystems.getDefault().newWatchService());
        for (Path folder : ConfigFiles.folders(config)) {
            if (Files.isDirectory(folder)) {
                folder.register(
                        events.service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
        return events;
    }

    /** Waits at most that long; whether something happened. */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean happened = drain(atMost);
        boolean more = happened;
        for (int i = 0; more && i < LONGEST_WAVE; i++) {
            more = drain(QUIET);
        }
        return happened;
    }

    private boolean drain(Duration atMost) throws InterruptedException {
        WatchKey key = service.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        // An overflow is an event as well: what was lost may have been a change.
        boolean happened = !key.pollEvents().isEmpty();
        key.reset();
        return happened;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
