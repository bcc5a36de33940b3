package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * The part of checking a full bundle that knows no other bundle, so that it can be done on any thread: leaf hashes, their
 * root, and the form of each entry. What isn't surely right is left to the slower reading, which also says why.
 */
final class EntryBundleCheck implements Callable<EntryBundleCheck> {

    /** A thread's own, since they are large and used again. */
    private static final ThreadLocal<LeafHashes> HASHES = ThreadLocal.withInitial(LeafHashes::new);

    private static final ThreadLocal<QuickEntry> READER = ThreadLocal.withInitial(QuickEntry::new);

    /** Of these, more is needed than their form. */
    private static final byte[][] TOLD = {
        ascii("log_open"),
        ascii("log_close"),
        ascii("key_change"),
        ascii("run_open"),
        ascii("run_missed"),
        ascii("report"),
        ascii("totals")
    };

    private final EntryBundle bundle;
    private final byte[] tile;
    private final long first;
    private final boolean[] plain = new boolean[TilePath.FULL];
    private final long[] ids = new long[2 * TilePath.FULL];
    private final int[] ts = new int[TilePath.FULL];
    private final int[] runs = new int[2 * TilePath.FULL];
    private Hash root = Hash.OF_NOTHING;
    private boolean fits;

    /** A check of a full bundle whose lengths make sense, beside the tile with its leaf hashes. */
    EntryBundleCheck(EntryBundle bundle, byte[] tile, long first) {
        this.bundle = bundle;
        this.tile = tile;
        this.first = first;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public EntryBundleCheck call() {
        LeafHashes hashes = HASHES.get();
        for (int at = 0; at < TilePath.FULL; at++) {
            hashes.put(at, bundle.bytes(), bundle.from(at), bundle.to(at) - bundle.from(at));
        }
        fits = hashes.areFirst(TilePath.FULL, tile);
        if (fits) {
            root = hashes.root();
            QuickEntry reader = READER.get();
            for (int at = 0; at < TilePath.FULL; at++) {
                read(reader, at);
            }
        }
        return this;
    }

    private void read(QuickEntry reader, int at) {
        byte[] bytes = bundle.bytes();
        plain[at] = first + at > 0
                && reader.read(bytes, bundle.from(at), bundle.to(at), first + at)
                && !isTold(bytes, reader.kindFrom, reader.kindTo)
                && !isEscaped(bytes, reader.runFrom, reader.runTo);
        ids[2 * at] = reader.idHigh();
        ids[2 * at + 1] = reader.idLow();
        ts[at] = reader.tsFrom;
        runs[2 * at] = reader.runFrom;
        runs[2 * at + 1] = reader.runTo;
    }

    private static boolean isTold(byte[] bytes, int from, int to) {
        for (byte[] kind : TOLD) {
            // Most kinds begin with another letter.
            if (bytes[from] == kind[0] && Arrays.equals(bytes, from, to, kind, 0, kind.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEscaped(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    EntryBundle bundle() {
        return bundle;
    }

    /** Whether the tile holds the hash of each entry. */
    boolean fits() {
        return fits;
    }

    /** The root over the bundle; only where it {@link #fits}. */
    Hash root() {
        return root;
    }

    /** Whether an entry is surely well-formed and of a kind of which no more is needed than what this class answers. */
    boolean isPlain(int at) {
        return plain[at];
    }

    byte[] bytes() {
        return bundle.bytes();
    }

    /** Where the 24 bytes of an entry's time begin. */
    int ts(int at) {
        return ts[at];
    }

    int runFrom(int at) {
        return runs[2 * at];
    }

    int runTo(int at) {
        return runs[2 * at + 1];
    }

    /** The entry's place in the log. */
    long seq(int at) {
        return first + at;
    }

    /** The ids' first 128 bits, two longs each; of an entry that isn't plain those of another. */
    long[] ids() {
        return ids;
    }

    long idHigh(int at) {
        return ids[2 * at];
    }

    long idLow(int at) {
        return ids[2 * at + 1];
    }
}
