package org.trainingaudit.trail;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Appends entries to the tiles and entry bundles of a log. Full ones are written as they fill, partial ones at the end.
 *
 * <p>What stands on the disk beyond the size it starts from is written anew, so a publication that broke off anywhere is
 * taken up by doing it again. Not for use by several threads.
 */
final class TileWriter {

    private final DurableFiles files;
    private final List<List<Hash>> levels = new ArrayList<>();
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final long start;
    private long size;

    /** Continues a log at a size that is a multiple of 256. */
    TileWriter(DurableFiles files, long start) {
        if (start % TilePath.FULL != 0) {
            throw new IllegalArgumentException("a log is continued at a full tile, not at " + start);
        }
        this.files = files;
        this.start = start;
        this.size = start;
        TileFiles published = new TileFiles(files.root(), start);
        for (int level = 0; level == 0 || start >> (TilePath.FULL_BITS * level) > 0; level++) {
            long last = (start >> (TilePath.FULL_BITS * level)) / TilePath.FULL;
            boolean full = TilePath.width(level, last, start) == 0;
            levels.add(new ArrayList<>(full ? List.of() : published.hashes(level, last)));
        }
    }

    void add(EntryBytes entry) {
        byte[] bytes = entry.bytes();
        bundle.write(bytes.length >> 8);
        bundle.write(bytes.length);
        bundle.writeBytes(bytes);
        size++;
        if (size % TilePath.FULL == 0) {
            writeBundle(TilePath.FULL);
        }
        addHash(0, entry.leaf());
    }

    private void addHash(int level, Hash hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Hash> tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == TilePath.FULL) {
            long index = (size - 1) >> (TilePath.FULL_BITS * (level + 1));
            files.put(TilePath.hashes(level, index, TilePath.FULL).path(), Hash.join(tile));
            Hash root = TileFiles.fold(tile);
            tile.clear();
            addHash(level + 1, root);
        }
    }

    private void writeBundle(int width) {
        files.put(TilePath.entries((size - 1) / TilePath.FULL, width).path(), bundle.toByteArray());
        bundle.reset();
    }

    /** Writes the partial tiles; nothing may be added after. */
    void finish() {
        if (bundle.size() > 0) {
            writeBundle((int) (size % TilePath.FULL));
        }
        for (int level = 0; level < levels.size(); level++) {
            List<Hash> tile = levels.get(level);
            if (!tile.isEmpty()) {
                long index = size >> (TilePath.FULL_BITS * (level + 1));
                files.put(TilePath.hashes(level, index, tile.size()).path(), Hash.join(tile));
            }
        }
        files.settle();
    }

    long size() {
        return size;
    }

    /** The root over all entries: each level's unfinished tile, with what is below it as its last member. */
    Hash root() {
        List<Hash> row = new ArrayList<>();
        for (List<Hash> tile : levels) {
            List<Hash> here = new ArrayList<>(tile);
            here.addAll(row);
            row = here.isEmpty() ? here : new ArrayList<>(List.of(rootOf(here)));
        }
        return row.isEmpty() ? Hash.OF_NOTHING : row.get(0);
    }

    private static Hash rootOf(List<Hash> row) {
        if (row.size() == 1) {
            return row.get(0);
        }
        int middle = (int) Proofs.split(row.size());
        return Hash.node(rootOf(row.subList(0, middle)), rootOf(row.subList(middle, row.size())));
    }

    /** The folders of partial tiles that a full one has taken the place of since this writer began. */
    List<Path> overtaken() {
        List<Path> overtaken = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            int bits = TilePath.FULL_BITS * (level + 1);
            for (long index = start >> bits; index < size >> bits; index++) {
                overtaken.add(
                        files.root().resolve(TilePath.hashes(level, index, 0).folder() + ".p"));
            }
        }
        LongStream.range(start / TilePath.FULL, size / TilePath.FULL)
                .forEach(index -> overtaken.add(
                        files.root().resolve(TilePath.entries(index, 0).folder() + ".p")));
        return overtaken;
    }
}
