package org.trainingaudit.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.trainingaudit.hash.Sha256;

/** Ids in the form of a UUID that follow from what they stand for, so that the same trail gives the same file. */
final class NameId {

    private static final long VERSION = 0xF000L;
    private static final long NAME_BASED = 0x5000L;
    private static final long VARIANT = 0x8000000000000000L;

    private NameId() {}

    /**
     * The id of these parts: the first 16 bytes of their SHA-256 in the form of a name-based
     * UUID (version 5, the newest that OSCAL takes).
     */
    static String of(String... parts) {
        byte[] text = String.join("\n", Arrays.asList(parts)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.digest().digest(text));
        long high = (digest.getLong() & ~VERSION) | NAME_BASED;
        long low = (digest.getLong() >>> 2) | VARIANT;
        return new UUID(high, low).toString();
    }
}
