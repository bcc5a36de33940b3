package org.trainingaudit.trail;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through the entries of a published log, one bundle in memory, and holds them against tiles and checkpoint. */
final class EntryTexts implements Iterator<EntryText> {

    private final Path trail;
    private final TileFiles tiles;
    private final Checkpoint under;
    private final EntryText.Reading reading = new EntryText.Reading();
    private final LeafHashes leaves = new LeafHashes();
    private final RecomputedTree tree = new RecomputedTree();
    private long seq;
    private byte[] bundle = new byte[0];
    private int at;

    EntryTexts(Path trail, TileFiles tiles, Checkpoint under) {
        this.trail = trail;
        this.tiles = tiles;
        this.under = under;
    }

    @Override
    public boolean hasNext() {
        return seq < under.size();
    }

    @Override
    public EntryText next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the log ends after " + under.size() + " entries");
        }
        if (seq % TilePath.FULL == 0) {
            open(seq / TilePath.FULL);
        }
        int start = at + 2;
        at = start + length();
        EntryText entry = reading.read(bundle, start, at, seq);
        seq++;
        return entry;
    }

    private int length() {
        return ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
    }

    private void open(long index) {
        int width = TilePath.width(0, index, under.size());
        bundle = tiles.bundle(index);
        byte[] tile = tiles.tile(0, index);
        at = 0;
        for (int number = 0; number < width; number++) {
            int length = length();
            leaves.put(number, bundle, at + 2, length);
            at += 2 + length;
            if (!leaves.is(number, tile)) {
                throw new TrailException("entry " + (index * TilePath.FULL + number) + " in " + trail
                        + " does not fit its leaf hash; verify the log");
            }
        }
        at = 0;
        grow(width);
    }

    private void grow(int width) {
        if (width == TilePath.FULL) {
            tree.add(TilePath.FULL_BITS, leaves.root());
        } else {
            for (int number = 0; number < width; number++) {
                tree.add(0, leaves.get(number));
            }
        }
        if (tree.size() == under.size() && !tree.root().equals(under.root())) {
            throw new TrailException("the entries in " + trail + " have root " + tree.root() + " at size "
                    + under.size() + ", but the checkpoint says " + under.root() + "; verify the log");
        }
    }
}
