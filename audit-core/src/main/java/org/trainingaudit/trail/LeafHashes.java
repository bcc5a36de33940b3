package org.trainingaudit.trail;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Leaf hashes of a bundle one behind the other in one array, and the root over them. Reused for the next bundle; not for use
 * by several threads.
 */
final class LeafHashes {

    private final MessageDigest sha256 = Hash.sha256();
    private final byte[] hashes = new byte[TilePath.FULL * Hash.LENGTH];
    private final byte[] row = new byte[TilePath.FULL * Hash.LENGTH];
    private final byte[] node = new byte[1 + 2 * Hash.LENGTH];

    LeafHashes() {
        node[0] = 1;
    }

    /**
     * Takes an entry as the leaf of that number in the bundle. The byte before the entry is 0 meanwhile, and then as it was:
     * hashing what lies in one piece saves copying all of it.
     *
     * @param from where the entry begins, not at the array's beginning
     */
    void put(int number, byte[] bytes, int from, int length) {
        byte before = bytes[from - 1];
        bytes[from - 1] = 0;
        sha256.update(bytes, from - 1, 1 + length);
        bytes[from - 1] = before;
        digest(hashes, number * Hash.LENGTH);
    }

    private void digest(byte[] to, int at) {
        try {
            sha256.digest(to, at, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }

    /** Whether a tile holds the hash of that leaf at its place. */
    boolean is(int number, byte[] tile) {
        int at = number * Hash.LENGTH;
        return tile.length >= at + Hash.LENGTH
                && Arrays.equals(hashes, at, at + Hash.LENGTH, tile, at, at + Hash.LENGTH);
    }

    /** Whether a tile begins with the hashes of the first leaves. */
    boolean areFirst(int count, byte[] tile) {
        int length = count * Hash.LENGTH;
        return tile.length >= length && Arrays.equals(hashes, 0, length, tile, 0, length);
    }

    Hash get(int number) {
        return Hash.wrap(Arrays.copyOfRange(hashes, number * Hash.LENGTH, (number + 1) * Hash.LENGTH));
    }

    /** The root over a full bundle. */
    Hash root() {
        System.arraycopy(hashes, 0, row, 0, hashes.length);
        for (int width = TilePath.FULL; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                System.arraycopy(row, 2 * i * Hash.LENGTH, node, 1, 2 * Hash.LENGTH);
                sha256.update(node);
                digest(row, i * Hash.LENGTH);
            }
        }
        return Hash.wrap(Arrays.copyOf(row, Hash.LENGTH));
    }
}
