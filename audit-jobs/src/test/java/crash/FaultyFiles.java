package crash;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/** The names of a {@link FaultyDisk}: paths of the machine, each of which leads to that disk. */
final class FaultyFiles extends FileSystem {

    /** A path that knows where it really leads. */
    public interface Leading {
        Path real();
    }

    private final FaultyDisk disk;
    private final FileSystem real;

    FaultyFiles(FaultyDisk disk, FileSystem real) {
        this.disk = disk;
        this.real = real;
    }

    /** The same place on this disk. */
    Path path(Path place) {
        return place instanceof Leading
                ? place
                : (Path) Proxy.newProxyInstance(
                        FaultyFiles.class.getClassLoader(),
                        new Class<?>[] {Path.class, Leading.class},
                        (self, method, arguments) -> call(place, method, arguments));
    }

    static Path real(Path path) {
        return path instanceof Leading leading ? leading.real() : path;
    }

    private Object call(Path place, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "real" -> {
                return place;
            }
            case "getFileSystem" -> {
                return this;
            }
            case "toFile" -> {
                return new File(place.toString());
            }
            case "equals" -> {
                return arguments[0] instanceof Leading other && other.real().equals(place);
            }
            default -> {
                return answered(invoked(place, method, arguments));
            }
        }
    }

    private static Object invoked(Path place, Method method, Object[] arguments) throws Throwable {
        Object[] reals = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < reals.length; i++) {
            reals[i] = reals[i] instanceof Leading leading ? leading.real() : reals[i];
        }
        try {
            return method.invoke(place, reals);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private Object answered(Object answer) {
        if (answer instanceof Iterator<?> names) {
            return Stream.iterate(names, Iterator::hasNext, each -> each)
                    .map(each -> answered(each.next()))
                    .iterator();
        }
        return answer instanceof Path path ? path(path) : answer;
    }

    @Override
    public FileSystemProvider provider() {
        return disk;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("the machine's files stay open");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return real.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return Stream.of(path(real.getRootDirectories().iterator().next())).toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = real.getPathMatcher(pattern);
        return path -> matcher.matches(real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }
}
