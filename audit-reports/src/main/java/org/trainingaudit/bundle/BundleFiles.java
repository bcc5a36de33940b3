package org.trainingaudit.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trainingaudit.disk.Folders;
import org.trainingaudit.zip.PortablePath;

/**
 * The files of a bundle by path, sorted by the paths' bytes, with {@code MANIFEST.sha256} over all others. Equal files give
 * equal bytes: a zip stores them in order, uncompressed and at one fixed time.
 */
final class BundleFiles {

    static final String MANIFEST = "MANIFEST.sha256";

    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final SortedMap<String, Piece> pieces = new TreeMap<>(BY_BYTES);

    void add(String path, Piece piece) {
        if (!PortablePath.isSafe(path) || path.equals(MANIFEST)) {
            throw new IllegalArgumentException("'" + path + "' can't be a path in a bundle");
        }
        if (pieces.putIfAbsent(path, piece) != null) {
            throw new IllegalArgumentException("'" + path + "' is already in the bundle");
        }
    }

    boolean has(String path) {
        return pieces.containsKey(path);
    }

    /** Writes the bundle as one zip file, durably; nothing stays where it fails. */
    void zip(Path file) throws IOException {
        Path unfinished = prepare(file);
        try {
            zipTo(unfinished);
            Files.move(unfinished, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void zipTo(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, Piece> piece : withManifest().entrySet()) {
                zip.putNextEntry(entry(piece.getKey(), piece.getValue().measure()));
                copy(piece.getValue(), zip);
                zip.closeEntry();
            }
            zip.finish();
            channel.force(true);
        }
    }

    private static ZipEntry entry(String path, Piece.Measure measure) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(FIXED_TIME);
        entry.setSize(measure.size());
        entry.setCrc(measure.crc32());
        return entry;
    }

    /** Writes the bundle as a folder; nothing stays where it fails. */
    void folder(Path folder) throws IOException {
        Path unfinished = prepare(folder);
        try {
            for (Map.Entry<String, Piece> piece : withManifest().entrySet()) {
                Path file = unfinished.resolve(piece.getKey());
                Files.createDirectories(file.resolveSibling(".").normalize());
                try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                    copy(piece.getValue(), out);
                }
            }
            Files.move(unfinished, folder.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static Path prepare(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is already there; name another place or move it away");
        }
        Files.createDirectories(absolute.resolveSibling(".").normalize());
        Path unfinished = absolute.resolveSibling("." + absolute.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        return unfinished;
    }

    private static void copy(Piece piece, OutputStream out) throws IOException {
        try (InputStream in = piece.open()) {
            in.transferTo(out);
        }
    }

    private SortedMap<String, Piece> withManifest() throws IOException {
        StringBuilder manifest = new StringBuilder();
        for (Map.Entry<String, Piece> piece : pieces.entrySet()) {
            manifest.append(piece.getValue().measure().sha256())
                    .append("  ")
                    .append(piece.getKey())
                    .append('\n');
        }
        SortedMap<String, Piece> all = new TreeMap<>(pieces);
        all.put(MANIFEST, Piece.of(manifest.toString().getBytes(StandardCharsets.UTF_8)));
        return all;
    }
}
