package org.trainingaudit.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.disk.Folders;

/**
 * Puts a folder of files on disk whole or not at all: written beside its place under a temporary name, forced to disk,
 * renamed, and the rename forced to disk.
 *
 * <p>One writer at a time for one folder; what a killed writer left under the temporary name is thrown away.
 */
public final class PublishedFolder implements Closeable {

    private static final String UNFINISHED = ".unfinished";

    private final Path target;
    private final Path unfinished;
    private final SortedMap<String, PublishedFile> files = new TreeMap<>();

    private PublishedFolder(Path target) {
        this.target = target;
        this.unfinished = target.resolveSibling("." + target.getFileName() + UNFINISHED);
    }

    /**
     * Begins a folder; nothing is seen of it before {@link #publish()}.
     *
     * @param folder where it shall be; its parent is made if need be
     */
    public static PublishedFolder begin(Path folder) throws IOException {
        PublishedFolder begun = new PublishedFolder(folder.toAbsolutePath().normalize());
        DiskFault.change(begun.unfinished, () -> {
            Folders.delete(begun.unfinished);
            Files.createDirectories(begun.unfinished);
        });
        return begun;
    }

    /**
     * Publishes the files; does nothing where the folder is already there with the same bytes.
     *
     * @param folder where they shall be; its parent is made if need be
     * @param files content by name; a name may have subfolders with {@code /}
     * @throws IOException if the folder is there with other content, or the disk refuses; then nothing has changed
     */
    public static void publish(Path folder, SortedMap<String, byte[]> files) throws IOException {
        try (PublishedFolder begun = begin(folder)) {
            for (var file : files.entrySet()) {
                try (PublishedFile out = begun.file(file.getKey())) {
                    out.write(file.getValue());
                }
            }
            begun.publish();
        }
    }

    /** A file to write and close; its name may have subfolders with {@code /}. */
    public PublishedFile file(String name) throws IOException {
        Path path = unfinished.resolve(name).normalize();
        if (!path.startsWith(unfinished) || path.equals(unfinished)) {
            throw new IllegalArgumentException("file '" + name + "' would lie outside its folder");
        }
        DiskFault.change(path, () -> Files.createDirectories(parent(path)));
        PublishedFile file = new PublishedFile(path);
        if (files.putIfAbsent(name, file) != null) {
            throw new IllegalArgumentException("file '" + name + "' is already in the folder");
        }
        return file;
    }

    /** The files so far, by name. */
    public SortedMap<String, PublishedFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * Puts the folder into its place, all its files closed; where it's already there with the same bytes, nothing changes.
     *
     * @throws IOException if it is there with other content, or the disk refuses; then nothing has changed
     */
    public void publish() throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            refuseOtherContent();
        } else {
            DiskFault.change(target, this::putInPlace);
        }
        DiskFault.change(target, () -> force(parent(target)));
    }

    private void putInPlace() throws IOException {
        for (Path each : folders()) {
            force(each);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> paths = Files.walk(unfinished)) {
            return paths.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private void refuseOtherContent() throws IOException {
        SortedSet<String> differing = new TreeSet<>(namesIn(target));
        differing.removeAll(files.keySet());
        for (String file : files.keySet()) {
            Path there = target.resolve(file);
            boolean same = Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                    && Files.mismatch(there, unfinished.resolve(file)) < 0;
            if (!same) {
                differing.add(file);
            }
        }
        if (!differing.isEmpty()) {
            throw new FileSystemException(
                    target.toString(), null, "is already there with other content in " + differing + "; move it away");
        }
    }

    /** Throws away what isn't published, also where a file of it can't be closed as it should. */
    @Override
    public void close() throws IOException {
        List<Closeable> all = new ArrayList<>(files.values());
        all.add(() -> DiskFault.change(unfinished, () -> Folders.delete(unfinished)));
        List<IOException> faults = new ArrayList<>();
        for (Closeable each : all) {
            try {
                each.close();
            } catch (IOException e) {
                faults.add(e);
            }
        }
        if (!faults.isEmpty()) {
            IOException first = faults.remove(0);
            faults.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static Path parent(Path absolute) {
        return absolute.resolveSibling(".").normalize();
    }

    /** Makes names in a folder durable. Windows can't open folders and keeps their names without being asked. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
