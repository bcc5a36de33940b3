package org.trainingaudit.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.trainingaudit.hash.Sha256;

/** The content of one file of a bundle, read when it's needed. */
@FunctionalInterface
interface Piece {

    /** The content from its beginning; the same each time. */
    InputStream open() throws IOException;

    /** Bytes at hand. */
    static Piece of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /** A file on disk that doesn't change any more. */
    static Piece of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** What is known of a piece once it has been read through. */
    record Measure(long size, long crc32, String sha256) {}

    /** Reads the piece through. */
    default Measure measure() throws IOException {
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                crc.update(buffer, 0, read);
                size += read;
            }
        }
        return new Measure(size, crc.getValue(), HexFormat.of().formatHex(digest.digest()));
    }
}
