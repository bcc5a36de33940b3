package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.trainingaudit.setup.Places;

/** Says who has the embedded database open, so that the next one who wants it can be told. The lock itself is H2's. */
final class OwnerFile implements ApplicationListener<ContextClosedEvent> {

    private final Places places;
    private final Path file;

    OwnerFile(Places places) {
        this.places = places;
        this.file = places.data().resolve("owner");
    }

    void take() {
        try {
            // Whoever noted where it serves is gone, because the database was free.
            ServedAt.forget(places);
            Files.writeString(file, "process " + ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also where the process is told to end, and nobody closes anything by hand. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        leave();
    }

    void leave() {
        try {
            ServedAt.forget(places);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String describe() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "another process";
        }
    }
}
