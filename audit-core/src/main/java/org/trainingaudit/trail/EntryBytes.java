package org.trainingaudit.trail;

/** The bytes of an entry or of a body; made by this package and not changed after. */
final class EntryBytes {

    private final byte[] bytes;

    EntryBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    byte[] bytes() {
        return bytes;
    }

    Hash leaf() {
        return Hash.leaf(bytes);
    }
}
