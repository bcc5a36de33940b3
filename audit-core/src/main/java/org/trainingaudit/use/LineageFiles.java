package org.trainingaudit.use;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole, or not at all. */
final class LineageFiles {

    private static final String UNFINISHED = ".part";

    private LineageFiles() {}

    /** Bytes that may still be written where that folder is, or will be. */
    static long free(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps those bytes under that name. Where the name is there already, its content is the same. */
    static void keep(Path folder, String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        if (!Files.exists(target)) {
            Path part = unfinished(folder);
            try {
                write(part, bytes);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        // Also where another thread has just put it there and isn't that far yet.
        sync(folder);
    }

    /** Hidden until it is whole, so that nobody reads half of it. */
    static Path unfinished(Path folder) throws IOException {
        return Files.createTempFile(folder, ".", UNFINISHED);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    /** Makes names in a folder last. */
    static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    /** Takes away what a kill left half-written in a folder into which nobody writes now. */
    static void removeUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }
}
