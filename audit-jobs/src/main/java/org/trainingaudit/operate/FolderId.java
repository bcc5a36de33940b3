package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.trail.TrailException;

/** The id of a data folder, in a file that is there whole or not at all, however many programs make it at one moment. */
final class FolderId {

    private static final String FILE = "folder-id";
    private static final int BYTES = 16;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    FolderId(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /**
     * The id, made where there is none yet.
     *
     * @throws TrailException where the file holds something else
     */
    String get() {
        try {
            if (!Files.exists(file)) {
                DiskFault.change(file, this::make);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        String id = read();
        if (!id.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new TrailException("'" + file + "' isn't the id of a data folder, which has " + 2 * BYTES
                    + " digits; put it back from a back-up of the folder, or delete it where no database was ever"
                    + " served from here. Nothing is served");
        }
        return id;
    }

    private String read() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' can't be read", e);
        }
    }

    /** A name that is given to a whole file, and to the first one alone. */
    private void make() throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Path unfinished = file.resolveSibling(FILE + "." + id + ".part");
        try {
            Files.writeString(unfinished, id + "\n", StandardOpenOption.CREATE_NEW);
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            give(unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void give(Path unfinished) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            // Another program was quicker.
        } catch (UnsupportedOperationException e) {
            Files.move(unfinished, file);
        }
    }
}
