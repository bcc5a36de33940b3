package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.List;

/** Makes inclusion and consistency proofs (RFC 9162, 2.1.3.1 and 2.1.4.1) from the nodes of a tree. */
final class Proofs {

    /** The nodes of a tree, as they are stored. */
    interface Nodes {
        /** The root of the complete subtree of 2^level leaves that starts at leaf {@code index << level}. */
        Hash node(int level, long index);
    }

    private final Nodes nodes;

    Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    Hash root(long size) {
        return size == 0 ? Hash.OF_NOTHING : subtree(0, size);
    }

    /** From the leaf's sibling upwards. */
    List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not in a log of size " + size);
        }
        List<Hash> path = new ArrayList<>();
        climb(index, 0, size, path);
        return List.copyOf(path);
    }

    List<Hash> consistency(long oldSize, long newSize) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("a log of size " + newSize + " does not follow one of " + oldSize);
        }
        if (oldSize == 0 || oldSize == newSize) {
            return List.of();
        }
        List<Hash> path = new ArrayList<>();
        extend(oldSize, 0, newSize, true, path);
        return List.copyOf(path);
    }

    private void climb(long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            climb(index, start, middle, path);
            path.add(subtree(middle, end));
        } else {
            climb(index, middle, end, path);
            path.add(subtree(start, middle));
        }
    }

    private void extend(long oldEnd, long start, long end, boolean known, List<Hash> path) {
        if (oldEnd == end) {
            if (!known) {
                path.add(subtree(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (oldEnd <= middle) {
            extend(oldEnd, start, middle, known, path);
            path.add(subtree(middle, end));
        } else {
            extend(oldEnd, middle, end, false, path);
            path.add(subtree(start, middle));
        }
    }

    private Hash subtree(long start, long end) {
        long width = end - start;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, start >> level);
        }
        long middle = start + split(width);
        return Hash.node(subtree(start, middle), subtree(middle, end));
    }

    /** The largest power of two smaller than the width. */
    static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
