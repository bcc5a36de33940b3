package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trainingaudit.setup.Places;

/** Says who has the embedded database open, so that the next one who wants it can be told. The lock itself is H2's. */
final class OwnerFile {

    private final Path file;

    OwnerFile(Places places) {
        this.file = places.data().resolve("owner");
    }

    void take() {
        try {
            Files.writeString(file, "process " + ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void leave() {
        try {
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
