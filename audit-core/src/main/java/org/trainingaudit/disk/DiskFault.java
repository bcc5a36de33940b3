package org.trainingaudit.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The disk refuses a change. The message is for an operator: the file, the reason, the room that is left, and what to do. */
public final class DiskFault extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1 << 20;

    /** A fault while this file or folder was to be changed. */
    public DiskFault(Path file, IOException cause) {
        super(
                "cannot write " + file + " (" + reason(cause) + "; " + room(file)
                        + "); nothing new was published, see to the disk and start again",
                cause);
    }

    /** A change of the disk. */
    @FunctionalInterface
    public interface Change {
        /** Makes it. */
        void make() throws IOException;
    }

    /**
     * Makes a change of that file or folder.
     *
     * @throws DiskFault where the disk refuses
     */
    public static void change(Path file, Change change) throws IOException {
        try {
            change.make();
        } catch (DiskFault e) {
            throw e;
        } catch (IOException e) {
            throw new DiskFault(file, e);
        }
    }

    /** The one behind a fault, if one is. */
    public static Optional<DiskFault> in(Throwable fault) {
        Optional<Throwable> cause = Optional.of(fault);
        while (cause.isPresent() && !(cause.get() instanceof DiskFault)) {
            cause = Optional.ofNullable(cause.get().getCause());
        }
        return cause.map(DiskFault.class::cast);
    }

    /** The same for callers that declare no fault, in the same words. */
    public UncheckedIOException unchecked() {
        return new UncheckedIOException(String.valueOf(getMessage()), this);
    }

    /** Faults of an open file have its reason as their message, those of a name keep it apart from the name. */
    private static String reason(IOException cause) {
        Optional<String> words = cause instanceof FileSystemException named
                ? Optional.ofNullable(named.getReason())
                : Optional.ofNullable(cause.getMessage());
        return words.orElseGet(() -> kind(cause));
    }

    private static String kind(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no right to write there";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        return cause instanceof NoSuchFileException
                ? "its folder isn't there and can't be made"
                : cause.getClass().getSimpleName();
    }

    private static String room(Path file) {
        Optional<Path> there = Optional.of(file.toAbsolutePath());
        while (there.isPresent() && !Files.exists(there.get())) {
            there = Optional.ofNullable(there.get().getParent());
        }
        try {
            return there.isPresent()
                    ? Files.getFileStore(there.get()).getUsableSpace() / MEGABYTE + " MB free there"
                    : "no such disk";
        } catch (IOException e) {
            return "how much is free there can't be told";
        }
    }
}
