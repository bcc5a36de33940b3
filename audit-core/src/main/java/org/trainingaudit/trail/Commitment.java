package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * A value that an entry can confirm later without holding it: once the key is erased, nothing confirms it any more.
 */
final class Commitment {

    /** How many random bytes a key has; each value has a key of its own. */
    public static final int KEY_LENGTH = 32;

    private Commitment() {}

    /** The commitment to a field's value under a key of 32 bytes, as 64 hex digits. */
    public static String of(byte[] key, String field, JsonNode value) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a commitment key has 32 bytes, but this has " + key.length);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(("audit-commit/v1\n" + field + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(CanonicalJson.bytes(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
