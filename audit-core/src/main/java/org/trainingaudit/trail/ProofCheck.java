package org.trainingaudit.trail;

import java.util.List;
import java.util.Optional;

/**
 * Checks inclusion and consistency proofs (RFC 9162, 2.1.3.2 and 2.1.4.2), and refuses what the trail format refuses
 * beyond that. Each check answers empty when the proof holds, else what is wrong with it.
 */
final class ProofCheck {

    private static final int LONGEST = 63;

    private ProofCheck() {}

    /** Whether the leaf is entry {@code index} of the log with this size and root. */
    public static Optional<String> inclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return Optional.of("entry " + index + " is not in a log of size " + size);
        }
        if (proof.size() > LONGEST) {
            return tooLong(proof);
        }
        long at = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash step : proof) {
            if (last == 0) {
                return Optional.of("the proof has more hashes than the tree is high");
            }
            if (isRight(at) || at == last) {
                hash = Hash.node(step, hash);
                int skip = skip(at);
                at >>= skip;
                last >>= skip;
            } else {
                hash = Hash.node(hash, step);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return Optional.of("the proof has fewer hashes than the tree is high");
        }
        return hash.equals(root) ? Optional.empty() : Optional.of("the proof leads to root " + hash + ", not " + root);
    }

    /** Whether the new log begins with all entries of the old one. */
    public static Optional<String> consistency(
            long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return Optional.of("size " + newSize + " is smaller than " + oldSize);
        }
        if (proof.size() > LONGEST) {
            return tooLong(proof);
        }
        if ((oldSize == 0 && !oldRoot.equals(Hash.OF_NOTHING)) || (newSize == 0 && !newRoot.equals(Hash.OF_NOTHING))) {
            return Optional.of("a log without entries has root " + Hash.OF_NOTHING);
        }
        if (oldSize == 0 || oldSize == newSize) {
            return withoutProof(oldSize == newSize && !oldRoot.equals(newRoot), proof);
        }
        return walk(oldSize, oldRoot, newSize, newRoot, proof);
    }

    private static Optional<String> withoutProof(boolean rootsDiffer, List<Hash> proof) {
        if (!proof.isEmpty()) {
            return Optional.of("a proof of " + proof.size() + " hashes where none is needed");
        }
        return rootsDiffer ? Optional.of("two roots for one size") : Optional.empty();
    }

    private static Optional<String> walk(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        boolean oldIsWhole = Long.bitCount(oldSize) == 1;
        int next = oldIsWhole ? 0 : 1;
        if (proof.size() < 1) {
            return Optional.of("the proof is empty");
        }
        int shift = Long.numberOfTrailingZeros(oldSize);
        long at = (oldSize - 1) >> shift;
        long last = (newSize - 1) >> shift;
        Hash oldHash = oldIsWhole ? oldRoot : proof.get(0);
        Hash newHash = oldHash;
        for (Hash step : proof.subList(next, proof.size())) {
            if (last == 0) {
                return Optional.of("the proof has more hashes than the tree is high");
            }
            if (isRight(at) || at == last) {
                oldHash = Hash.node(step, oldHash);
                newHash = Hash.node(step, newHash);
                int skip = skip(at);
                at >>= skip;
                last >>= skip;
            } else {
                newHash = Hash.node(newHash, step);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return Optional.of("the proof has fewer hashes than the tree is high");
        }
        if (!oldHash.equals(oldRoot)) {
            return Optional.of("the proof leads to old root " + oldHash + ", not " + oldRoot);
        }
        return newHash.equals(newRoot)
                ? Optional.empty()
                : Optional.of("the proof leads to new root " + newHash + ", not " + newRoot);
    }

    /** On the right edge of the tree a node has no sibling for some levels: how many to skip. */
    private static int skip(long at) {
        return isRight(at) || at == 0 ? 0 : Long.numberOfTrailingZeros(at);
    }

    private static boolean isRight(long at) {
        return (at & 1) == 1;
    }

    private static Optional<String> tooLong(List<Hash> proof) {
        return Optional.of("a proof of " + proof.size() + " hashes; no log needs more than " + LONGEST);
    }
}
