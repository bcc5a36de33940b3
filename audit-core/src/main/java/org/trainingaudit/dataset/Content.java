package org.trainingaudit.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What stands in a file, unpacked if it is packed; it can be opened again and again. */
final class Content {

    private final Path file;
    private final Limits limits;

    Content(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** The stream of its bytes, unpacked. */
    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        if (!isGzip(in)) {
            return in;
        }
        InputStream unpacked = new BufferedInputStream(
                new LimitedInput(new GZIPInputStream(in, 64 * 1024), limits.maxUnpackedBytes()), 64 * 1024);
        if (isGzip(unpacked)) {
            unpacked.close();
            throw new RefusedException(Refusal.refused("gzip inside gzip; pack it once"));
        }
        return unpacked;
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        byte[] two = in.readNBytes(2);
        in.reset();
        return two.length == 2 && (two[0] & 0xFF) == 0x1F && (two[1] & 0xFF) == 0x8B;
    }

    /** What follows the last dot of its name without {@code .gz}, in lower case; empty where there is none. */
    String extension() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - 3);
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
