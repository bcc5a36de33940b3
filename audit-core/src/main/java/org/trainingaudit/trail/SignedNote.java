package org.trainingaudit.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with signature lines below it (C2SP signed-note).
 *
 * @param text what is signed, ending in a newline
 * @param lines the signatures in their order, of known and unknown keys
 */
record SignedNote(String text, List<Line> lines) {

    static final int LARGEST = 64 * 1024;

    private static final int MOST_LINES = 100;
    private static final String DASH = "\u2014 ";

    SignedNote {
        lines = List.copyOf(lines);
    }

    /**
     * One signature line.
     *
     * @param name the name of the key
     * @param encoded base64 of key id and signature
     */
    record Line(String name, String encoded) {

        static Line of(VerifierKey key, byte[] signature) {
            byte[] coded = ByteBuffer.allocate(4 + signature.length)
                    .putInt(key.keyId())
                    .put(signature)
                    .array();
            return new Line(key.name(), Encoding.base64(coded));
        }

        boolean isOf(VerifierKey key) {
            return name.equals(key.name()) && ByteBuffer.wrap(decoded()).getInt() == key.keyId();
        }

        byte[] signature() {
            byte[] decoded = decoded();
            return Arrays.copyOfRange(decoded, 4, decoded.length);
        }

        private byte[] decoded() {
            return Encoding.base64(encoded).orElseThrow(() -> new IllegalStateException("checked when it was read"));
        }

        String text() {
            return DASH + name + " " + encoded + "\n";
        }
    }

    /** Reads a note strictly; whether anybody known signed it is another question. */
    static SignedNote parse(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw refused("it has " + bytes.length + " bytes, expected at most " + LARGEST);
        }
        String all = Encoding.text(bytes).orElseThrow(() -> refused("it is not UTF-8"));
        if (all.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw refused("it holds a control character");
        }
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0) {
            throw refused("there is no blank line between text and signatures");
        }
        if (!all.endsWith("\n") || blank + 2 == all.length()) {
            throw refused("it does not end in a signature line and a newline");
        }
        return new SignedNote(all.substring(0, blank + 1), lines(all.substring(blank + 2, all.length() - 1)));
    }

    /** Signature lines without a newline behind the last. */
    static List<Line> lines(String below) {
        List<Line> lines = new ArrayList<>();
        for (String line : below.split("\n", -1)) {
            lines.add(line(line));
        }
        if (lines.size() > MOST_LINES) {
            throw refused("it has " + lines.size() + " signature lines, expected at most " + MOST_LINES);
        }
        return lines;
    }

    private static Line line(String line) {
        if (!line.startsWith(DASH)) {
            throw refused("a signature line starts with an em dash (U+2014) and a space");
        }
        String[] parts = line.substring(DASH.length()).split(" ", -1);
        if (parts.length != 2 || !VerifierKey.isName(parts[0])) {
            throw refused("a signature line is a dash, a name without '+' and base64");
        }
        int length = Encoding.base64(parts[1]).map(decoded -> decoded.length).orElse(0);
        if (length < 5) {
            throw refused("the signature of '" + parts[0] + "' is not padded base64 of a key id and a signature");
        }
        return new Line(parts[0], parts[1]);
    }

    private static TrailException refused(String why) {
        return new TrailException("not a signed note: " + why);
    }

    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        lines.forEach(line -> all.append(line.text()));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
