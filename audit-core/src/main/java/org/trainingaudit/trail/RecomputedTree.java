package org.trainingaudit.trail;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The verifier's own computing of the tree: from leaf hashes in order, or from whole subtrees where leaves are lost. */
final class RecomputedTree {

    private record Subtree(int level, Hash root) {}

    private final MessageDigest sha256 = Hash.sha256();
    private final List<Subtree> edge = new ArrayList<>();
    private long size;

    Hash leaf(byte[] entry, int offset, int length) {
        sha256.update((byte) 0);
        sha256.update(entry, offset, length);
        return Hash.wrap(sha256.digest());
    }

    Hash node(Hash left, Hash right) {
        sha256.update((byte) 1);
        sha256.update(left.bytes());
        sha256.update(right.bytes());
        return Hash.wrap(sha256.digest());
    }

    /** Appends the root of a complete subtree of 2^level leaves; the size so far is a multiple of that. */
    void add(int level, Hash root) {
        Subtree next = new Subtree(level, root);
        while (!edge.isEmpty() && edge.get(edge.size() - 1).level() == next.level()) {
            Subtree left = edge.remove(edge.size() - 1);
            next = new Subtree(left.level() + 1, node(left.root(), next.root()));
        }
        edge.add(next);
        size += 1L << level;
    }

    long size() {
        return size;
    }

    Hash root() {
        if (edge.isEmpty()) {
            return Hash.wrap(sha256.digest());
        }
        Hash root = edge.get(edge.size() - 1).root();
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = node(edge.get(i).root(), root);
        }
        return root;
    }

    /** The root over these hashes taken as leaves-to-be of one level. */
    static Hash over(List<Hash> hashes) {
        RecomputedTree tree = new RecomputedTree();
        hashes.forEach(hash -> tree.add(0, hash));
        return tree.root();
    }
}
