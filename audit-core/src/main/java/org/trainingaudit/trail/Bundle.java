package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An entry bundle taken apart as far as its lengths make sense.
 *
 * <p>Holds the file's bytes and where each entry starts and ends.
 */
final class Bundle {

    private final TilePath tile;
    private final byte[] bytes;
    private final List<int[]> spans = new ArrayList<>();
    private Optional<String> fault = Optional.empty();
    private int end;

    private Bundle(TilePath tile, byte[] bytes) {
        this.tile = tile;
        this.bytes = bytes;
    }

    /** Takes the first {@code width} entries of the file; a file of that width has nothing behind them. */
    static Bundle parse(TilePath tile, byte[] bytes, int width) {
        Bundle bundle = new Bundle(tile, bytes);
        bundle.walk(width);
        return bundle;
    }

    private void walk(int width) {
        while (spans.size() < width) {
            int start = end + 2;
            int length = start > bytes.length ? -1 : ((bytes[end] & 0xff) << 8) | (bytes[end + 1] & 0xff);
            if (length < 0 || start + length > bytes.length) {
                fault = Optional.of("the file ends inside this entry");
                return;
            }
            spans.add(new int[] {start, length});
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
        return spans.size();
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
        return spans.get(at)[0];
    }

    int to(int at) {
        return spans.get(at)[0] + spans.get(at)[1];
    }

    Hash leaf(int at, RecomputedTree tree) {
        return tree.leaf(bytes, spans.get(at)[0], spans.get(at)[1]);
    }

    byte[] entry(int at) {
        int[] span = spans.get(at);
        return Arrays.copyOfRange(bytes, span[0], span[0] + span[1]);
    }
}
