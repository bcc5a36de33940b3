package org.trainingaudit.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A log or bundle that lies in a folder. Names that start with a dot are unfinished files and are left out. */
final class FolderSource implements LogSource {

    private final Path root;
    private final SortedSet<String> paths = new TreeSet<>();

    /**
     * Lists the folder.
     *
     * @throws TrailException if it holds a link or anything else that is neither file nor folder
     */
    FolderSource(Path root) {
        this.root = root;
        list(root, "");
    }

    private void list(Path folder, String prefix) {
        for (Path path : children(folder)) {
            String name = path.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                list(path, prefix + name + "/");
            } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                paths.add(prefix + name);
            } else {
                throw new TrailException(
                        "'" + prefix + name + "' is a link or a special file, which no log or bundle holds");
            }
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    @Override
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** In one piece, since most files are small and there are many. */
    @Override
    public Optional<byte[]> read(String path, int most) {
        if (!paths.contains(path)) {
            return Optional.empty();
        }
        try (FileChannel file =
                FileChannel.open(root.resolve(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (file.size() > most) {
                throw new TrailException("it has more than " + most + " bytes");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = file.read(bytes);
            }
            return Optional.of(bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    @Override
    public void close() {}
}
