package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
        return Hash.split(bytes(tile), tile.width());
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

    /** A bundle as far as the log of this size reaches. */
    EntryBundle bundle(long index) {
        TilePath wanted = TilePath.entries(index, TilePath.width(0, index, size));
        EntryBundle bundle = EntryBundle.parse(wanted, read(wanted), wanted.width());
        if (bundle.count() < wanted.width()) {
            throw new TrailException(root.resolve(wanted.path()) + " ends inside its entry " + bundle.count()
                    + "; put it back from a bundle or a backup");
        }
        return bundle;
    }

    /** The entries from {@code from} up to but without {@code to}; of those of a bundle it is read once. */
    Stream<EntryBytes> entries(long from, long to) {
        return LongStream.range(from / TilePath.FULL, (to + TilePath.FULL - 1) / TilePath.FULL)
                .boxed()
                .flatMap(index -> {
                    long first = index * TilePath.FULL;
                    EntryBundle bundle = bundle(index);
                    return IntStream.range((int) Math.max(0, from - first), (int) Math.min(TilePath.FULL, to - first))
                            .mapToObj(at -> new EntryBytes(bundle.entry(at)));
                });
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
