package org.trainingaudit.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What stands in a file, unpacked if it is packed; it can be opened again and again. */
final class Content {

    private final Path file;
    private final Optional<String> sheet;
    private final Limits limits;

    Content(Path file, Optional<String> sheet, Limits limits) {
        this.file = file;
        this.sheet = sheet;
        this.limits = limits;
    }

    /** The sheet that is meant, where the file is a workbook and one was named. */
    Optional<String> sheet() {
        return sheet;
    }

    /** The stream of its bytes, unpacked. */
    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        try {
            Optional<Packing> packing = Packing.of(in);
            return packing.isPresent() ? packing.get().open(in, limits) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Whether it is packed. */
    boolean isPacked() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Packing.of(in).isPresent();
        }
    }

    /**
     * The file itself, for formats that are read from several places at once.
     *
     * @throws RefusedException where it is packed
     */
    Path plainFile(String format) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Optional<Packing> packing = Packing.of(in);
            if (packing.isPresent()) {
                throw new RefusedException(Refusal.refused(format + " packed with "
                        + packing.get().shown() + ", which can't be read from the middle; deliver it unpacked"));
            }
        }
        return file;
    }

    /** What follows the last dot of its name without {@code .gz} and the like, in lower case; empty where there is none. */
    String extension() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|zstd)$", "");
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
