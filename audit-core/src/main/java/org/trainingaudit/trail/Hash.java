package org.trainingaudit.trail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A SHA-256 hash: 32 bytes. */
public final class Hash {

    /** How many bytes a hash has. */
    public static final int LENGTH = 32;

    /** The root of a log without entries. */
    public static final Hash OF_NOTHING = Hash.of();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes 32 bytes as they are; any other length is a fault of the caller. */
    public static Hash wrap(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, but these are " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The first hashes of those that lie one behind the other. */
    static List<Hash> split(byte[] bytes, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Hash(Arrays.copyOfRange(bytes, i * LENGTH, (i + 1) * LENGTH)))
                .toList();
    }

    /** Hashes one behind the other. */
    static byte[] join(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * LENGTH);
        }
        return bytes;
    }

    /** Reads base64; empty unless it is strict and of 32 bytes. */
    public static Optional<Hash> fromBase64(String text) {
        return Encoding.base64(text).filter(decoded -> decoded.length == LENGTH).map(Hash::new);
    }

    /** Reads 64 lower-case hex digits; empty for anything else. */
    public static Optional<Hash> fromHex(String text) {
        boolean hex = text.length() == 2 * LENGTH
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return hex ? Optional.of(new Hash(HexFormat.of().parseHex(text))) : Optional.empty();
    }

    /** The plain SHA-256 of the parts, one after the other. */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** The hash of an entry as a leaf of the tree. */
    public static Hash leaf(byte[] entry) {
        return of(LEAF, entry);
    }

    /** The hash of a node over its two children. */
    public static Hash node(Hash left, Hash right) {
        return of(NODE, left.bytes, right.bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, LENGTH);
    }

    public String base64() {
        return Encoding.base64(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
