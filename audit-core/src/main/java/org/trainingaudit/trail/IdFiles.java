package org.trainingaudit.trail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Ids that are too many for memory, put aside in files by their first bits, so that equal ones lie in one file. Which came
 * again is told in the end, file by file; a file that is still too large is parted by the bits that follow.
 */
final class IdFiles implements Closeable {

    private static final int BITS = 6;
    private static final int PARTS = 1 << BITS;
    private static final int BUFFER = 1 << 13;
    private static final int RECORD = 3 * Long.BYTES;
    private static final int LAST_LEVEL = 2 * Long.SIZE / BITS;

    private final Path folder;
    private final int most;
    private final int level;
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> out = new ArrayList<>();

    /**
     * No ids yet.
     *
     * @param most how many ids there may be in memory at one time
     */
    IdFiles(int most) {
        this(made(), most, 0);
    }

    private IdFiles(Path folder, int most, int level) {
        this.folder = folder;
        this.most = most;
        this.level = level;
        try {
            for (int part = 0; part < PARTS; part++) {
                Path file = folder.resolve(level + "-" + part);
                files.add(file);
                out.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)));
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static Path made() {
        try {
            return Files.createTempDirectory("audit-verify-");
        } catch (IOException e) {
            throw failed(Path.of(System.getProperty("java.io.tmpdir", "")), e);
        }
    }

    private static UncheckedIOException failed(Path folder, IOException e) {
        return new UncheckedIOException(
                "the ids of the log's entries need more memory than there is, and can't be put aside in " + folder, e);
    }

    /** Adds an id, by its first 128 bits, of the entry at that place in the log. */
    void add(long high, long low, long seq) {
        try {
            DataOutputStream part = out.get(part(high, low));
            part.writeLong(high);
            part.writeLong(low);
            part.writeLong(seq);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Six bits of the id, at each level the next ones. */
    private int part(long high, long low) {
        return (int) (bitsFrom(high, low, level * BITS) >>> (Long.SIZE - BITS));
    }

    /** The 64 bits of the id that stand at a place. */
    private static long bitsFrom(long high, long low, int from) {
        if (from >= Long.SIZE) {
            return low << (from - Long.SIZE);
        }
        return from == 0 ? high : (high << from) | (low >>> (Long.SIZE - from));
    }

    /** Tells the places of entries whose id an earlier one has; no more can be added. */
    void repeated(LongConsumer then) {
        try {
            for (DataOutputStream each : out) {
                each.close();
            }
            for (Path file : files) {
                repeated(file, then);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private void repeated(Path file, LongConsumer then) throws IOException {
        long records = Files.size(file) / RECORD;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (records <= most || level == LAST_LEVEL) {
                IdSet ids = new IdSet(records);
                for (long i = 0; i < records; i++) {
                    boolean isNew = ids.add(in.readLong(), in.readLong());
                    long seq = in.readLong();
                    if (!isNew) {
                        then.accept(seq);
                    }
                }
            } else {
                IdFiles parts = new IdFiles(folder, most, level + 1);
                for (long i = 0; i < records; i++) {
                    parts.add(in.readLong(), in.readLong(), in.readLong());
                }
                parts.repeated(then);
            }
        }
    }

    /** Removes the files. */
    @Override
    public void close() {
        try {
            for (DataOutputStream each : out) {
                each.close();
            }
            try (var left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }
}
