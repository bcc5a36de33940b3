package org.trainingaudit.trail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A log or bundle that lies in a folder. Names that start with a dot are unfinished files and are left out. */
final class FolderFiles implements LogFiles {

    private final Path root;
    private final SortedSet<String> paths = new TreeSet<>();

    /**
     * Lists the folder.
     *
     * @throws TrailException if it holds a link or anything else that is neither file nor folder
     */
    FolderFiles(Path root) {
        this.root = root;
        list();
    }

    /** Looks at each file once: a log has hundreds of thousands. */
    private final class Listing extends SimpleFileVisitor<Path> {

        private final SortedSet<String> others = new TreeSet<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isUnfinished(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isUnfinished(file)) {
                (attributes.isRegularFile() ? paths : others).add(named(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private void list() {
        Listing listing = new Listing();
        try {
            Files.walkFileTree(root, listing);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
        if (!listing.others.isEmpty()) {
            String first = listing.others.first();
            throw new TrailException("'" + (first.isEmpty() ? root : first)
                    + "' is a link or a special file, which no log or bundle holds");
        }
    }

    private static boolean isUnfinished(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private String named(Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
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
        } catch (NoSuchFileException e) {
            // A seal took it away after it was listed: a full tile has taken its place.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    @Override
    public void close() {}
}
