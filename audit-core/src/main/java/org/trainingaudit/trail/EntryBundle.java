package org.trainingaudit.trail;

import java.util.Arrays;
import java.util.Optional;

/**
 * An entry bundle taken apart as far as its lengths make sense.
 *
 * <p>Holds the file's bytes and where each entry starts and ends.
 */
final class EntryBundle {

    /** One without entries. */
    static final EntryBundle EMPTY = new EntryBundle(TilePath.entries(0, 0), new byte[0]);

    private final TilePath tile;
    private final byte[] bytes;
    private final int[] begins = new int[TilePath.FULL];
    private final int[] ends = new int[TilePath.FULL];
    private int count;
    private Optional<String> fault = Optional.empty();
    private int end;

    private EntryBundle(TilePath tile, byte[] bytes) {
        this.tile = tile;
        this.bytes = bytes;
    }

    /** Takes the first {@code width} entries of the file; a file of that width has nothing behind them. */
    static EntryBundle parse(TilePath tile, byte[] bytes, int width) {
        EntryBundle bundle = new EntryBundle(tile, bytes);
        bundle.walk(width);
        return bundle;
    }

    private void walk(int width) {
        while (count < width) {
            int start = end + 2;
            int length = start > bytes.length ? -1 : ((bytes[end] & 0xff) << 8) | (bytes[end + 1] & 0xff);
            if (length < 0 || start + length > bytes.length) {
                fault = Optional.of("the file ends inside this entry");
                return;
            }
            begins[count] = start;
            ends[count] = start + length;
            count++;
            end = start + length;
        }
        if (width == tile.width() && end != bytes.length) {
            fault = Optional.of((bytes.length - end) + " bytes follow the last entry");
        }
    }

    String path() {
        return tile.path();
    }

    /** How many entries could be told apart. */
    int count() {
        return count;
    }

    /** What is wrong with the file as a whole; it lies at the entry after the last one told apart, or behind the last. */
    Optional<String> fault() {
        return fault;
    }

    /** Where the last entry told apart ends. */
    int end() {
        return end;
    }

    /** The file; entries lie in it one behind the other. */
    byte[] bytes() {
        return bytes;
    }

    int from(int at) {
        return begins[at];
    }

    int to(int at) {
        return ends[at];
    }

    Hash leaf(int at, RecomputedTree tree) {
        return tree.leaf(bytes, begins[at], ends[at] - begins[at]);
    }

    byte[] entry(int at) {
        return Arrays.copyOfRange(bytes, begins[at], ends[at]);
    }
}
