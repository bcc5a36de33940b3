package org.trainingaudit.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Where a verifier reads a log or bundle from. Every path in it has been looked at before the first is opened. */
interface LogFiles extends AutoCloseable {

    /** All files, by path from the root of the log with {@code /} between its parts. */
    SortedSet<String> paths();

    /** Opens a file of {@link #paths()}. */
    InputStream open(String path) throws IOException;

    @Override
    void close();

    /**
     * The bytes of a file; empty when it is not there.
     *
     * @throws TrailException if it has more than {@code most} bytes
     */
    default Optional<byte[]> read(String path, int most) {
        if (!paths().contains(path)) {
            return Optional.empty();
        }
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new TrailException("it has more than " + most + " bytes");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** What a file says; empty where it isn't there, or isn't what it should be, which is told. */
    default <T> Optional<T> read(String path, int most, Function<byte[], T> parse, Alarms alarms) {
        try {
            return read(path, most).map(parse);
        } catch (TrailException e) {
            alarms.invalid(path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The files of a folder, in order. */
    default List<String> below(String folder) {
        return paths().stream().filter(path -> path.startsWith(folder)).toList();
    }
}
