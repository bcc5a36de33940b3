package org.trainingaudit.trail;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through the entries of a published log, one bundle in memory, and holds them against tiles and checkpoint. */
final class PublishedEntries<T> implements Iterator<T> {

    /** What is made of an entry's bytes, which aren't changed after. */
    interface Reading<T> {
        T read(byte[] bytes, int from, int to, long seq);
    }

    private final Path trail;
    private final TileFiles tiles;
    private final Checkpoint under;
    private final Reading<T> reading;
    private final LeafHashes leaves = new LeafHashes();
    private final RecomputedTree tree = new RecomputedTree();
    private EntryBundle bundle = EntryBundle.EMPTY;
    private long seq;

    PublishedEntries(Path trail, TileFiles tiles, Checkpoint under, Reading<T> reading) {
        this.trail = trail;
        this.tiles = tiles;
        this.under = under;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        return seq < under.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the log ends after " + under.size() + " entries");
        }
        int at = (int) (seq % TilePath.FULL);
        if (at == 0) {
            open(seq / TilePath.FULL);
        }
        T entry = reading.read(bundle.bytes(), bundle.from(at), bundle.to(at), seq);
        seq++;
        return entry;
    }

    private void open(long index) {
        bundle = tiles.bundle(index);
        byte[] tile = tiles.tile(0, index);
        for (int at = 0; at < bundle.count(); at++) {
            leaves.put(at, bundle.bytes(), bundle.from(at), bundle.to(at) - bundle.from(at));
            if (!leaves.is(at, tile)) {
                throw new TrailException("entry " + (index * TilePath.FULL + at) + " in " + trail
                        + " does not fit its leaf hash; verify the log");
            }
        }
        grow();
    }

    private void grow() {
        if (bundle.count() == TilePath.FULL) {
            tree.add(TilePath.FULL_BITS, leaves.root());
        } else {
            for (int at = 0; at < bundle.count(); at++) {
                tree.add(0, leaves.get(at));
            }
        }
        if (tree.size() == under.size() && !tree.root().equals(under.root())) {
            throw new TrailException("the entries in " + trail + " have root " + tree.root() + " at size "
                    + under.size() + ", but the checkpoint says " + under.root() + "; verify the log");
        }
    }
}
