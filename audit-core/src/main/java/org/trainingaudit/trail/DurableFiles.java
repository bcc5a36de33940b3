package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.trainingaudit.disk.DiskFault;

/**
 * Writes files that are either whole or not there: a temporary file, written, synced, renamed.
 *
 * <p>Names are durable only after {@link #settle}. A file is never trusted because it is there already: whoever takes up
 * a broken publication writes it anew. Not for use by several threads.
 */
final class DurableFiles {

    /** Unfinished files; a reader looks at nothing whose name starts with a dot. */
    private static final String UNFINISHED = ".tmp";

    private final Disk disk;
    private final Path root;
    private final Set<Path> unsettled = new LinkedHashSet<>();

    DurableFiles(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Puts a file at this path below the root, in place of any older one. */
    void put(String path, byte[] bytes) {
        put(path, bytes, false);
    }

    /** The same for a file that only its owner may read. */
    void putSecret(String path, byte[] bytes) {
        put(path, bytes, true);
    }

    private void put(String path, byte[] bytes, boolean secret) {
        Path target = root.resolve(path);
        Path unfinished = root.resolve(UNFINISHED);
        try {
            directories(folder(target), secret);
            disk.write(unfinished, bytes, secret);
            disk.sync(unfinished);
            disk.rename(unfinished, target);
            unsettled.add(folder(target));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private void directories(Path directory, boolean secret) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = folder(directory);
            directories(parent, false);
            disk.makeDirectory(directory, secret);
            unsettled.add(parent);
        }
    }

    /** The folder a file lies in. */
    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "no file is the root of a file system");
    }

    /** Puts a file or folder in another place, whole and durably. */
    void move(Path from, Path to) {
        try {
            directories(folder(to), false);
            disk.rename(from, to);
            unsettled.add(folder(from));
            unsettled.add(folder(to));
        } catch (IOException e) {
            throw failed(to, e);
        }
        settle();
    }

    /** Removes a file or an empty directory; after a crash it may be there again. */
    void remove(Path path) {
        try {
            disk.delete(path);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Returns once all files put so far would survive a loss of power. */
    void settle() {
        try {
            for (Path directory : unsettled) {
                disk.syncDirectory(directory);
            }
            unsettled.clear();
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    private static UncheckedIOException failed(Path path, IOException cause) {
        return new DiskFault(path, cause).unchecked();
    }
}
