package org.trainingaudit.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The word of a witness that a checkpoint extends the last one it saw.
 *
 * @param witness the witness's name
 * @param time when it signed, to the second
 */
public record Cosignature(String witness, Instant time) {

    private static final int LENGTH = Long.BYTES + 64;
    /** The last second of the year 9999; a later one is no date a witness can have meant. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** Reads a line as a witness's, without looking at its signature; empty where it cannot be one. */
    static Optional<Cosignature> read(SignedNote.Line line) {
        byte[] signature = line.signature();
        if (signature.length != LENGTH) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        return seconds < 0 || seconds > LAST_SECOND
                ? Optional.empty()
                : Optional.of(new Cosignature(line.name(), Instant.ofEpochSecond(seconds)));
    }

    /** What a witness signs. */
    static byte[] signedText(Instant time, String checkpoint) {
        return ("cosignature/v1\ntime " + time.getEpochSecond() + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the witness with this key put its name under the text at that time. */
    boolean holds(SignedNote.Line line, VerifierKey key, String checkpoint) {
        byte[] signature = line.signature();
        return key.signed(signedText(time, checkpoint), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }
}
