package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

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
        return read(size, () -> (bytes, from, to, seq) -> EntryForm.read(Arrays.copyOfRange(bytes, from, to), seq));
    }

    /** The same entries as texts, which costs a tenth of it; they are checked in the same way. */
    public Iterable<EntryText> texts(long size) {
        return read(size, () -> new EntryText.Reading()::read);
    }

    private <T> Iterable<T> read(long size, Supplier<PublishedEntries.Reading<T>> reading) {
        Checkpoint under = checkpoint(size).checkpoint();
        return () -> new PublishedEntries<>(trail, tiles(size), under, reading.get());
    }

    /** The entries from {@code from} up to but without {@code to}, of the log as it is published now. */
    public List<Entry> entries(long from, long to) {
        List<Entry> entries = new ArrayList<>();
        tiles(checkpoint().checkpoint().size())
                .entries(from, to)
                .forEach(bytes -> entries.add(EntryForm.read(bytes.bytes(), from + entries.size())));
        return List.copyOf(entries);
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
}
