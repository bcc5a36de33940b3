package org.trainingaudit.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trainingaudit.setup.SecretPlace;

/** The secret that manager and workers share, by which they know each other's messages. */
final class BrokerKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final byte[] secret;

    BrokerKey(byte[] secret) {
        this.secret = secret.clone();
    }

    /**
     * The first line of a file.
     *
     * @throws IllegalArgumentException where there is none of 32 characters or more; the message says how to make one
     */
    static BrokerKey read(Path file) {
        String line;
        try {
            line = SecretPlace.firstLine(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("the broker key file '" + file + "' can't be read", e);
        }
        if (line.length() < SHORTEST) {
            throw new IllegalArgumentException("the broker key file '" + file + "' has " + line.length()
                    + " characters in its first line, expected " + SHORTEST
                    + " or more; make one with 'openssl rand -hex 32' and give it to manager and workers");
        }
        return new BrokerKey(line.getBytes(StandardCharsets.UTF_8));
    }

    /** What proves that who has written this text has the key; hex. */
    String seal(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Takes the same time whatever the seal is. */
    boolean isSealed(String text, String seal) {
        return MessageDigest.isEqual(
                seal(text).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.US_ASCII));
    }

    /** What opens the manager's own broker to who has the key, where nobody set a password. */
    String password() {
        return seal("password of the broker");
    }

    @Override
    public String toString() {
        return "BrokerKey";
    }
}
