package org.trainingaudit.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.disk.Folders;

/** A place for what doesn't fit into memory: a folder that is made when the first needs it and removed at the end. */
final class Scratch implements Closeable {

    private static final String PREFIX = ".sorting-";

    private final Path parent;
    private final int most;
    private Optional<Path> folder = Optional.empty();
    private int files;

    /**
     * A place that isn't made yet.
     *
     * @param parent the folder to make it in
     * @param most how many bytes anybody may keep in memory before it's needed
     */
    Scratch(Path parent, int most) {
        this.parent = parent;
        this.most = most;
    }

    /** How many bytes anybody may keep in memory. */
    int most() {
        return most;
    }

    /** A name for a new file. */
    Path file() throws IOException {
        if (folder.isEmpty()) {
            DiskFault.change(parent, this::make);
        }
        files++;
        return folder.get().resolve(Integer.toString(files));
    }

    private void make() throws IOException {
        Files.createDirectories(parent);
        folder = Optional.of(Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-"));
    }

    @Override
    public void close() throws IOException {
        if (folder.isPresent() && Files.exists(folder.get())) {
            DiskFault.change(folder.get(), () -> Folders.delete(folder.get()));
        }
    }

    /** Throws away what killed processes left in a folder; what a living one has there is its own. */
    static void sweep(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> paths = Files.list(parent)) {
            left = paths.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path path : left) {
            if (!isInUse(path)) {
                Folders.delete(path);
            }
        }
    }

    /** A process of that number that began after the folder was made is another one. */
    private static boolean isInUse(Path path) throws IOException {
        String pid = path.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
        Instant made = Files.readAttributes(path, BasicFileAttributes.class)
                .creationTime()
                .toInstant();
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().startInstant())
                        .filter(begun -> !made.isBefore(begun))
                        .isPresent();
    }
}
