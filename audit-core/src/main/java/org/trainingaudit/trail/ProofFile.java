package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A proof with the checkpoint it ends in: a {@code .tlog-proof} for one entry, or a consistency request.
 *
 * @param number the entry's seq, or the old size
 * @param hashes the proof
 * @param checkpoint what it leads to
 */
record ProofFile(long number, List<Hash> hashes, SignedCheckpoint checkpoint) {

    static final int LARGEST = 2 * SignedNote.LARGEST;

    private static final String HEAD = "c2sp.org/tlog-proof@v1";

    ProofFile {
        hashes = List.copyOf(hashes);
    }

    /** Reads a {@code .tlog-proof}. */
    static ProofFile inclusion(byte[] bytes) {
        List<String> lines = new ArrayList<>(above(bytes));
        if (lines.isEmpty() || !lines.remove(0).equals(HEAD)) {
            throw new TrailException("its first line is not " + HEAD);
        }
        if (!lines.isEmpty() && lines.get(0).startsWith("extra ")) {
            lines.remove(0);
        }
        return read(lines, "index ", bytes);
    }

    /** Reads a {@code consistency} file. */
    static ProofFile consistency(byte[] bytes) {
        return read(new ArrayList<>(above(bytes)), "old ", bytes);
    }

    private static ProofFile read(List<String> lines, String word, byte[] bytes) {
        if (lines.isEmpty() || !lines.get(0).startsWith(word)) {
            throw new TrailException("it has no line '" + word + "<number>'");
        }
        long number = Encoding.number(lines.remove(0).substring(word.length()))
                .orElseThrow(() -> new TrailException("the number after '" + word + "' is not a plain one"));
        List<Hash> hashes = lines.stream()
                .map(line -> Hash.fromBase64(line)
                        .orElseThrow(() -> new TrailException("a line of the proof is not base64 of 32 bytes")))
                .toList();
        return new ProofFile(number, hashes, SignedCheckpoint.parse(below(bytes)));
    }

    private static List<String> above(byte[] bytes) {
        return List.of(new String(bytes, 0, blank(bytes), StandardCharsets.UTF_8).split("\n", -1));
    }

    private static byte[] below(byte[] bytes) {
        return Arrays.copyOfRange(bytes, blank(bytes) + 2, bytes.length);
    }

    private static int blank(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        throw new TrailException("there is no blank line before its checkpoint");
    }
}
