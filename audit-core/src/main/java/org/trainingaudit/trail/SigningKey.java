package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** The private key of a log: an Ed25519 seed in a file that only its owner may read. */
final class SigningKey {

    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The text of a key file with a new key. */
    static byte[] fresh(SecureRandom random) {
        byte[] seed = new byte[Hash.LENGTH];
        random.nextBytes(seed);
        byte[] pkcs8 = ByteBuffer.allocate(PKCS8_HEAD.length + seed.length)
                .put(PKCS8_HEAD)
                .put(seed)
                .array();
        String text = BEGIN + "\n" + Base64.getEncoder().encodeToString(pkcs8) + "\n" + END + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a key file: PEM of PKCS#8, or the 64 hex digits of the seed.
     *
     * @throws TrailException if it is missing, open to others, or holds no whole key
     */
    static SigningKey read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TrailException("the signing key " + file + " is missing; put it back from its backup");
        }
        requirePrivate(file);
        try {
            return of(seed(new String(TileFiles.bytes(file), StandardCharsets.ISO_8859_1).strip(), file));
        } catch (GeneralSecurityException e) {
            throw new TrailException("the signing key " + file + " cannot be used by this Java", e);
        }
    }

    private static void requirePrivate(Path file) {
        try {
            if (!RealDisk.hasModes(file)) {
                return;
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!permissions.isEmpty()) {
                throw new TrailException(
                        "the signing key " + file + " is open to others than its owner; run 'chmod 600 " + file
                                + "', and if anybody may have read it, start a new log with a new key");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mode of " + file, e);
        }
    }

    private static byte[] seed(String text, Path file) {
        if (text.matches("[0-9a-f]{64}")) {
            return HexFormat.of().parseHex(text);
        }
        if (text.startsWith(BEGIN) && text.endsWith(END) && text.length() > BEGIN.length() + END.length()) {
            String inner =
                    text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
            byte[] pkcs8 = Encoding.base64(inner).orElse(new byte[0]);
            int head = PKCS8_HEAD.length;
            if (pkcs8.length == head + Hash.LENGTH && Arrays.equals(pkcs8, 0, head, PKCS8_HEAD, 0, head)) {
                return Arrays.copyOfRange(pkcs8, head, pkcs8.length);
            }
        }
        throw new TrailException(
                "the signing key " + file
                        + " holds no whole Ed25519 key (PEM of PKCS#8, or 64 hex digits of a seed); put it back from its backup");
    }

    static SigningKey of(byte[] seed) throws GeneralSecurityException {
        PrivateKey privateKey = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        SigningKey key = new SigningKey(privateKey, publicKey(seed));
        byte[] probe = "training-audit".getBytes(StandardCharsets.US_ASCII);
        if (!key.vkey("probe").signed(probe, key.sign(probe))) {
            throw new GeneralSecurityException("the public key derived from the seed does not check its signatures");
        }
        return key;
    }

    /** The JDK derives a public key only while it makes a pair, so it is handed the seed in place of randomness. */
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        KeyPair pair = generator.generateKeyPair();
        EdECPublicKey key = (EdECPublicKey) pair.getPublic();
        byte[] bigEndian = key.getPoint().getY().toByteArray();
        byte[] raw = new byte[Hash.LENGTH];
        for (int i = 0; i < Math.min(raw.length, bigEndian.length); i++) {
            raw[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[raw.length - 1] |= (byte) 0x80;
        }
        return raw;
    }

    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** The same public key as a witness's. */
    VerifierKey witnessKey(String name) {
        return VerifierKey.of(name, VerifierKey.Type.WITNESS, publicKey);
    }

    VerifierKey vkey(String name) {
        return VerifierKey.of(name, VerifierKey.Type.LOG, publicKey);
    }

    /** The first eight hex digits of the public key. */
    String shortName() {
        return HexFormat.of().formatHex(publicKey, 0, 4);
    }

    /** The line that a witness with this key adds under a checkpoint at that second. */
    SignedNote.Line cosign(String name, Instant time, String checkpoint) {
        byte[] signature = sign(Cosignature.signedText(time, checkpoint));
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time.getEpochSecond())
                .put(signature)
                .array();
        return SignedNote.Line.of(witnessKey(name), timed);
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checked key signs", e);
        }
    }
}
