package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;

/**
 * Reads a published log: its entries one by one, and proofs about them.
 *
 * <p>For reports and bundles, which trust the machine they run on; whoever doubts uses {@link TrailVerifier}. Entries are
 * read a bundle at a time, so a log of any size fits into memory. Nothing stays open. Not for use by several threads.
 */
public final class TrailReader {

    private final Path trail;

    private TrailReader(Path trail) {
        this.trail = trail;
    }

    /** Reads the log in this folder, the one that holds {@code checkpoint}. */
    public static TrailReader of(Path trail) {
        return new TrailReader(trail);
    }

    /** The first {@code size} entries of the log in this folder; see {@link #entries(long)}. */
    public static Iterable<Entry> entries(Path trail, long size) {
        return of(trail).entries(size);
    }

    /** The newest checkpoint. */
    public SignedCheckpoint checkpoint() {
        return TrailFiles.published(trail)
                .orElseThrow(() -> new TrailException(
                        trail.resolve(TrailFiles.CHECKPOINT) + " is missing; there is no published log here"));
    }

    /** The checkpoint that was published at this size. */
    public SignedCheckpoint checkpoint(long size) {
        Path file = trail.resolve(TrailFiles.kept(size));
        return Files.exists(file) ? SignedCheckpoint.parse(TileFiles.bytes(file)) : newest(size);
    }

    private SignedCheckpoint newest(long size) {
        SignedCheckpoint newest = checkpoint();
        if (newest.checkpoint().size() != size) {
            throw new TrailException("no checkpoint of size " + size + " was published in " + trail);
        }
        return newest;
    }

    /**
     * The entries under the checkpoint of this size, in order.
     *
     * <p>Going through them throws {@link TrailException} at an entry that is missing or does not fit its leaf hash, and
     * at the end if the entries do not have the checkpoint's root.
     */
    public Iterable<Entry> entries(long size) {
        Checkpoint under = checkpoint(size).checkpoint();
        return () -> new Entries(under);
    }

    /** The same entries as texts, which costs a tenth of it; they are checked in the same way. */
    public Iterable<EntryText> texts(long size) {
        Checkpoint under = checkpoint(size).checkpoint();
        return () -> new EntryTexts(trail, tiles(size), under);
    }

    /** The entries from {@code from} up to but without {@code to}, of the log as it is published now. */
    public List<Entry> entries(long from, long to) {
        TileFiles tiles = tiles(checkpoint().checkpoint().size());
        return LongStream.range(from, to)
                .mapToObj(seq -> EntryForm.read(
                        tiles.entries(seq / TilePath.FULL)
                                .get((int) (seq % TilePath.FULL))
                                .bytes(),
                        seq))
                .toList();
    }

    /** The proof that entry {@code seq} is in the log of this size, from the leaf's sibling upwards. */
    public List<Hash> inclusion(long seq, long size) {
        return new Proofs(tiles(size)).inclusion(seq, size);
    }

    /** The proof that the log of the new size begins with all entries of the old size. */
    public List<Hash> consistency(long oldSize, long newSize) {
        return new Proofs(tiles(newSize)).consistency(oldSize, newSize);
    }

    /** The content of a {@code .tlog-proof} file for one entry under the checkpoint of this size. */
    public byte[] proofFile(long seq, long size) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + seq + "\n");
        inclusion(seq, size).forEach(hash -> text.append(hash.base64()).append('\n'));
        text.append('\n').append(new String(checkpoint(size).bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private TileFiles tiles(long size) {
        return new TileFiles(trail, size);
    }

    /** Goes through the entries, one bundle in memory. */
    private final class Entries implements Iterator<Entry> {

        private final Checkpoint under;
        private final TileFiles tiles;
        private final Frontier tree = new Frontier();
        private List<EntryBytes> bundle = List.of();

        Entries(Checkpoint under) {
            this.under = under;
            this.tiles = tiles(under.size());
        }

        @Override
        public boolean hasNext() {
            return tree.size() < under.size();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the log ends after " + under.size() + " entries");
            }
            long seq = tree.size();
            int at = (int) (seq % TilePath.FULL);
            if (at == 0) {
                bundle = tiles.entries(seq / TilePath.FULL);
            }
            EntryBytes bytes = bundle.get(at);
            tree.add(checked(bytes, seq));
            if (!hasNext() && !tree.root().equals(under.root())) {
                throw new TrailException("the entries in " + trail + " have root " + tree.root() + " at size "
                        + under.size() + ", but the checkpoint says " + under.root() + "; verify the log");
            }
            return EntryForm.read(bytes.bytes(), seq);
        }

        private Hash checked(EntryBytes bytes, long seq) {
            Hash leaf = bytes.leaf();
            if (!tiles.hashes(0, seq / TilePath.FULL)
                    .get((int) (seq % TilePath.FULL))
                    .equals(leaf)) {
                throw new TrailException(
                        "entry " + seq + " in " + trail + " does not fit its leaf hash; verify the log");
            }
            return leaf;
        }
    }
}
