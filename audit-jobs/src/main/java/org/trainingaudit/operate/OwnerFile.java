package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.setup.Places;

/**
 * Says who has the embedded database open, so that the next one who wants it can be told; the lock itself is H2's. And says
 * where it serves. Processes that share a database leave each other's notes alone.
 */
final class OwnerFile implements ApplicationListener<ContextClosedEvent> {

    private final Places places;
    private final Path file;
    private final boolean alone;
    private Optional<String> address = Optional.empty();

    OwnerFile(Places places, boolean alone) {
        this.places = places;
        this.alone = alone;
        this.file = places.data().resolve("owner");
    }

    void take() {
        if (!alone) {
            return;
        }
        try {
            // Whoever noted where it serves is gone, because the database was free.
            ServedAt.forget(places);
            Files.writeString(file, "process " + ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new DiskFault(file, e).unchecked();
        }
    }

    void servesAt(String where) {
        address = Optional.of(where);
        ServedAt.note(places, where);
    }

    /** Also where the process is told to end, and nobody closes anything by hand. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        leave();
    }

    void leave() {
        try {
            address.ifPresent(where -> ServedAt.forget(places, where));
            if (alone) {
                Files.deleteIfExists(file);
            }
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
