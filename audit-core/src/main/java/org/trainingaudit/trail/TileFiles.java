package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tiles and entry bundles of a log that lies in a folder. Not for use by several threads. */
final class TileFiles implements Proofs.Nodes {

    private static final int KEPT = 16;

    private final Path root;
    private final long size;
    private final Map<TilePath, List<Hash>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, List<Hash>> eldest) {
            return size() > KEPT;
        }
    };

    /** The tiles that make up the log of this size. */
    TileFiles(Path root, long size) {
        this.root = root;
        this.size = size;
    }

    /** The hashes of a tile as far as the log of this size reaches. */
    List<Hash> hashes(int level, long index) {
        int width = TilePath.width(level, index, size);
        return kept.computeIfAbsent(TilePath.hashes(level, index, width), this::readHashes);
    }

    private List<Hash> readHashes(TilePath tile) {
        return Frontier.split(bytes(tile), tile.width());
    }

    private byte[] bytes(TilePath tile) {
        byte[] bytes = read(tile);
        if (bytes.length % Hash.LENGTH != 0 || bytes.length < tile.width() * Hash.LENGTH) {
            throw new TrailException(root.resolve(tile.path()) + " has " + bytes.length + " bytes, expected "
                    + tile.width() * Hash.LENGTH + "; put it back from a bundle or a backup");
        }
        return bytes;
    }

    /** The bytes of a tile, which holds at least the hashes up to which the log of this size reaches. */
    byte[] tile(int level, long index) {
        return bytes(TilePath.hashes(level, index, TilePath.width(level, index, size)));
    }

    /** The bytes of a bundle, which holds at least the entries up to which the log of this size reaches. */
    byte[] bundle(long index) {
        TilePath bundle = TilePath.entries(index, TilePath.width(0, index, size));
        byte[] bytes = read(bundle);
        int at = 0;
        for (int entry = 0; entry < bundle.width(); entry++) {
            int length = at + 2 > bytes.length ? bytes.length : ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
            at += 2 + length;
            if (at > bytes.length) {
                throw endsInside(bundle, entry);
            }
        }
        return bytes;
    }

    private TrailException endsInside(TilePath bundle, int entry) {
        return new TrailException(root.resolve(bundle.path()) + " ends inside its entry " + entry
                + "; put it back from a bundle or a backup");
    }

    /** The entries of a bundle as far as the log of this size reaches. */
    List<EntryBytes> entries(long index) {
        TilePath bundle = TilePath.entries(index, TilePath.width(0, index, size));
        ByteBuffer bytes = ByteBuffer.wrap(read(bundle));
        List<EntryBytes> entries = new ArrayList<>(bundle.width());
        while (entries.size() < bundle.width()) {
            int length = bytes.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(bytes.getShort());
            if (length > bytes.remaining()) {
                throw endsInside(bundle, entries.size());
            }
            byte[] entry = new byte[length];
            bytes.get(entry);
            entries.add(new EntryBytes(entry));
        }
        return entries;
    }

    private byte[] read(TilePath wanted) {
        return find(wanted)
                .orElseThrow(() -> new TrailException(
                        root.resolve(wanted.path()) + " is missing; put it back from a bundle or a backup"));
    }

    /** A partial tile may have been replaced by the full one, which begins with the same hashes. */
    private Optional<byte[]> find(TilePath wanted) {
        for (TilePath candidate : List.of(wanted, wanted.full())) {
            Path file = root.resolve(candidate.path());
            if (Files.isRegularFile(file)) {
                return Optional.of(bytes(file));
            }
        }
        return Optional.empty();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / TilePath.FULL_BITS;
        int below = level % TilePath.FULL_BITS;
        long first = index << below;
        List<Hash> tile = hashes(tileLevel, first / TilePath.FULL);
        int at = (int) (first % TilePath.FULL);
        return fold(tile.subList(at, at + (1 << below)));
    }

    /** The root over a power of two of hashes. */
    static Hash fold(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Hash.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.get(0);
    }
}
