package crash;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine's own files, on a disk that can fail. Whoever is given one of its paths writes to it, with whatever call: each
 * that changes something is counted and can be the one that fails.
 *
 * <p>As {@code -Djava.nio.file.spi.DefaultFileSystemProvider} it is under everything that a program does; {@code
 * crash.under}, a part of a path, says then which files count, and {@code crash.call} the call at which the program is
 * killed.
 */
public final class FaultyDisk extends FileSystemProvider {

    private final FileSystemProvider real;
    private final FaultyFiles files;
    private final DiskFaults faults;

    /** Of a program that is killed. */
    public FaultyDisk(FileSystemProvider real) {
        this(real, real.getFileSystem(URI.create("file:///")), byProperties());
    }

    /** With those faults. */
    public FaultyDisk(DiskFaults faults) {
        this(FileSystems.getDefault().provider(), FileSystems.getDefault(), faults);
    }

    private FaultyDisk(FileSystemProvider real, FileSystem system, DiskFaults faults) {
        this.real = real;
        this.files = new FaultyFiles(this, system);
        this.faults = faults;
    }

    private static DiskFaults byProperties() {
        String under = System.getProperty("crash.under", "");
        DiskFaults faults = new DiskFaults(path -> path.toString().contains(under));
        int call = Integer.getInteger("crash.call", 0);
        if (call > 0) {
            faults.once(call, DiskFaults.Fault.KILLED);
        }
        return faults;
    }

    /** The same place on this disk. */
    public Path path(Path place) {
        return files.path(place);
    }

    /** How many calls were counted so far. */
    public int calls() {
        return faults.calls();
    }

    private static boolean writes(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = FaultyFiles.real(path);
        if (writes(options)) {
            faults.onName("open", file);
        }
        return new FaultyChannel(real.newFileChannel(file, options, attributes), file, faults);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return writes(options)
                ? newFileChannel(path, options, attributes)
                : real.newByteChannel(FaultyFiles.real(path), options, attributes);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        Path place = FaultyFiles.real(directory);
        faults.onName("make", place);
        real.createDirectory(place, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        Path file = FaultyFiles.real(path);
        faults.onName("delete", file);
        real.delete(file);
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        boolean there = Files.exists(FaultyFiles.real(path), LinkOption.NOFOLLOW_LINKS);
        if (there) {
            delete(path);
        }
        return there;
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Path to = FaultyFiles.real(target);
        faults.onName("copy", to);
        real.copy(FaultyFiles.real(source), to, options);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        Path name = FaultyFiles.real(link);
        faults.onName("link", name);
        real.createLink(name, FaultyFiles.real(existing));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path to = FaultyFiles.real(target);
        faults.onName("move", to);
        real.move(FaultyFiles.real(source), to, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Path file = FaultyFiles.real(path);
        faults.onName("mode", file);
        real.setAttribute(file, attribute, value, options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = real.newDirectoryStream(FaultyFiles.real(folder), each -> true)) {
            for (Path each : all) {
                if (filter.accept(files.path(each))) {
                    found.add(files.path(each));
                }
            }
        }
        return new Listed(found);
    }

    /** A folder's names as they were. */
    private record Listed(List<Path> names) implements DirectoryStream<Path> {
        @Override
        public java.util.Iterator<Path> iterator() {
            return names.iterator();
        }

        @Override
        public void close() {}
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return real.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        return files.path(real.getPath(uri));
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(FaultyFiles.real(one), FaultyFiles.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(FaultyFiles.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(FaultyFiles.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(FaultyFiles.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(FaultyFiles.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(FaultyFiles.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(FaultyFiles.real(path), attributes, options);
    }
}
