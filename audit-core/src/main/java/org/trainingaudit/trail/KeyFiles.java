package org.trainingaudit.trail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The file with a log's signing key and, while the key is being changed, the one beside it with its successor. */
final class KeyFiles {

    private final DurableFiles files;
    private final Path current;
    private final Path next;

    KeyFiles(Disk disk, Path keyFile) {
        this.files = new DurableFiles(disk, DurableFiles.folder(keyFile));
        this.current = keyFile;
        this.next = keyFile.resolveSibling(keyFile.getFileName() + ".next");
    }

    /** Makes the first key. */
    void make(SecureRandom random) {
        put(current, random);
    }

    private void put(Path file, SecureRandom random) {
        files.putSecret(file.getFileName().toString(), SigningKey.fresh(random));
        files.settle();
    }

    SigningKey current() {
        return SigningKey.read(current);
    }

    /** The key that is to follow. */
    Optional<SigningKey> next() {
        return Files.exists(next) ? Optional.of(SigningKey.read(next)) : Optional.empty();
    }

    /** The key that is to follow, made now unless a change was begun before. */
    SigningKey prepareNext(SecureRandom random) {
        if (!Files.exists(next)) {
            put(next, random);
        }
        return SigningKey.read(next);
    }

    /** Puts the next key in the place of the current one, which is gone with that. */
    void promote() {
        files.move(next, current);
    }
}
