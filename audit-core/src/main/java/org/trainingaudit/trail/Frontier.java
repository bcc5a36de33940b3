package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing tree of which only the right edge is kept: the roots of its complete subtrees, largest first.
 *
 * <p>Adding a leaf costs two hashes on average and the root at most 63. Not for use by several threads.
 */
final class Frontier {

    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** Takes up a tree where {@link #bytes()} left it. */
    static Frontier of(long size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size) * Hash.LENGTH) {
            throw new TrailException("the database's tree state holds " + bytes.length + " bytes, but " + size
                    + " entries need " + Long.bitCount(size) * Hash.LENGTH
                    + "; restore trail_head together with trail_entry");
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        frontier.peaks.addAll(Hash.split(bytes, bytes.length / Hash.LENGTH));
        return frontier;
    }

    void add(Hash leaf) {
        Hash carried = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            carried = Hash.node(peaks.remove(peaks.size() - 1), carried);
        }
        peaks.add(carried);
        size++;
    }

    long size() {
        return size;
    }

    Hash root() {
        if (peaks.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }

    byte[] bytes() {
        return Hash.join(peaks);
    }
}
