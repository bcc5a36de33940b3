package org.trainingaudit.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts a folder of files on disk whole or not at all: written beside its place under a temporary name, forced to disk,
 * renamed, and the rename forced to disk.
 *
 * <p>One writer at a time for one folder; what a killed writer left under the temporary name is thrown away.
 */
public final class PublishedFolder {

    private static final String UNFINISHED = ".unfinished";

    private PublishedFolder() {}

    /**
     * Publishes the files; does nothing where the folder is already there with the same bytes.
     *
     * @param folder where they shall be; its parent is made if need be
     * @param files content by name; a name may have subfolders with {@code /}
     * @throws IOException if the folder is there with other content, or the disk refuses; then nothing has changed
     */
    public static void publish(Path folder, SortedMap<String, byte[]> files) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = parent(target);
        Files.createDirectories(parent);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            refuseOtherContent(target, files);
        } else {
            Path unfinished = target.resolveSibling("." + target.getFileName() + UNFINISHED);
            delete(unfinished);
            write(unfinished, files);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        force(parent);
    }

    private static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
        SortedSet<Path> folders = new TreeSet<>(Comparator.reverseOrder());
        folders.add(folder);
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder) || path.equals(folder)) {
                throw new IllegalArgumentException("file '" + file.getKey() + "' would lie outside its folder");
            }
            Files.createDirectories(parent(path));
            Path made = parent(path);
            while (folders.add(made)) {
                made = parent(made);
            }
            writeForced(path, file.getValue());
        }
        Files.createDirectories(folder);
        for (Path each : folders) {
            force(each);
        }
    }

    private static Path parent(Path absolute) {
        return absolute.resolveSibling(".").normalize();
    }

    private static void writeForced(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** Makes names in a folder durable. Windows can't open folders and keeps their names without being asked. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void refuseOtherContent(Path target, SortedMap<String, byte[]> files) throws IOException {
        SortedSet<String> differing = new TreeSet<>(namesIn(target));
        differing.removeAll(files.keySet());
        for (var file : files.entrySet()) {
            Path there = target.resolve(file.getKey());
            boolean same = Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(there) == file.getValue().length
                    && Arrays.equals(Files.readAllBytes(there), file.getValue());
            if (!same) {
                differing.add(file.getKey());
            }
        }
        if (!differing.isEmpty()) {
            throw new FileSystemException(
                    target.toString(), null, "is already there with other content in " + differing + "; move it away");
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
