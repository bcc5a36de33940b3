package org.trainingaudit.trail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key as an auditor writes it down: {@code name+key id+base64}, called vkey.
 *
 * <p>Two keys are equal when name, type and public key are. Answers the same at all times.
 */
public final class VerifierKey {

    /** What a key signs. */
    public enum Type {
        /** Checkpoints of one log, and nothing else. */
        LOG(1),
        /** Cosignatures of a witness. */
        WITNESS(4);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }

        private static Optional<Type> of(byte code) {
            return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
        }
    }

    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final Type type;
    private final byte[] publicKey;
    private final int keyId;
    private volatile Optional<Signed> lastSigned = Optional.empty();

    private VerifierKey(String name, Type type, byte[] publicKey) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
        this.keyId = keyId(name, coded(type, publicKey));
    }

    /**
     * A key of 32 raw bytes under its name.
     *
     * @throws TrailException if the name is empty or holds a space or {@code +}
     */
    public static VerifierKey of(String name, Type type, byte[] publicKey) {
        if (!isName(name)) {
            throw new TrailException(
                    "a key name is not empty and has neither spaces nor '+', but this is '" + name + "'");
        }
        if (publicKey.length != Hash.LENGTH) {
            throw new TrailException("an Ed25519 public key has 32 bytes, but this has " + publicKey.length);
        }
        return new VerifierKey(name, type, publicKey.clone());
    }

    /**
     * Reads a vkey.
     *
     * @throws TrailException naming what is wrong: its form, its type, its length, or a key id that belongs to another key
     */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw refused(vkey, "expected <name>+<8 hex digits>+<base64>");
        }
        byte[] coded = Encoding.base64(parts[2]).orElseThrow(() -> refused(vkey, "its last part is not padded base64"));
        if (coded.length != Hash.LENGTH + 1) {
            throw refused(vkey, "its last part holds " + coded.length + " bytes, expected 33");
        }
        Type type = Type.of(coded[0])
                .orElseThrow(() -> refused(vkey, "its type is " + coded[0] + ", expected 1 (log) or 4 (witness)"));
        VerifierKey key = of(parts[0], type, Arrays.copyOfRange(coded, 1, coded.length));
        if (!key.keyIdHex().equals(parts[1])) {
            throw refused(vkey, "its key id is " + parts[1] + ", but name and key give " + key.keyIdHex());
        }
        return key;
    }

    private static TrailException refused(String vkey, String why) {
        return new TrailException(
                "verifier key '" + vkey + "': " + why + "; copy it again from where it was written down");
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c))
                && Encoding.utf8(name).isPresent();
    }

    /** The same public key under another log's name. */
    VerifierKey named(String other) {
        return of(other, type, publicKey);
    }

    private static byte[] coded(Type type, byte[] publicKey) {
        return ByteBuffer.allocate(publicKey.length + 1)
                .put(type.code)
                .put(publicKey)
                .array();
    }

    private static int keyId(String name, byte[] coded) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        named.write('\n');
        named.writeBytes(coded);
        return ByteBuffer.wrap(Hash.of(named.toByteArray()).bytes()).getInt();
    }

    /** The name of the log or witness. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** The first four bytes of the hash over name, type and key. */
    public int keyId() {
        return keyId;
    }

    public String keyIdHex() {
        return HexFormat.of().toHexDigits(keyId);
    }

    /** The vkey. */
    public String text() {
        return name + "+" + keyIdHex() + "+" + Encoding.base64(coded(type, publicKey));
    }

    /** Whether this key's holder signed these bytes; false for a signature of any wrong form too. */
    public boolean signed(byte[] message, byte[] signature) {
        if (lastSigned.filter(last -> last.is(message, signature)).isPresent()) {
            return true;
        }
        boolean good = check(message, signature);
        if (good) {
            lastSigned = Optional.of(new Signed(message, signature));
        }
        return good;
    }

    /** What was found signed: a bundle has the same checkpoint under each of its proofs. */
    private static final class Signed {
        private final byte[] message;
        private final byte[] signature;

        Signed(byte[] message, byte[] signature) {
            this.message = message.clone();
            this.signature = signature.clone();
        }

        boolean is(byte[] otherMessage, byte[] otherSignature) {
            return Arrays.equals(message, otherMessage) && Arrays.equals(signature, otherSignature);
        }
    }

    private boolean check(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(decoded());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey decoded() throws GeneralSecurityException {
        byte[] x509 = ByteBuffer.allocate(X509_HEAD.length + publicKey.length)
                .put(X509_HEAD)
                .put(publicKey)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return text();
    }
}
