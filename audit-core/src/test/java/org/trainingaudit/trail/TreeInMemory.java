package org.trainingaudit.trail;

import java.util.List;

/** A tree all of whose leaves are at hand; each node is computed when asked for. */
record TreeInMemory(List<Hash> leaves) implements Proofs.Nodes {

    static TreeInMemory of(List<byte[]> entries) {
        return new TreeInMemory(entries.stream().map(Hash::leaf).toList());
    }

    @Override
    public Hash node(int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : Hash.node(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
    }

    Proofs proofs() {
        return new Proofs(this);
    }
}
