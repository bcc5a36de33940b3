package org.trainingaudit.dataset;

import java.util.Optional;

/**
 * Tells the two encodings of Polish apart. Both write ł alike, where Western encodings have a sign that stands in no word; ą, ś and ź they
 * write each in its own way.
 */
final class PolishLetters {

    private static final String SHARED = "\u00B3\u00A3";
    private static final String OF_WINDOWS = "\u00B9\u00A5\u009C\u008C\u009F\u008F";
    private static final String OF_ISO = "\u00B1\u00A1\u00B6\u00A6\u00BC\u00AC";
    private static final int LEAST_SHARED = 3;
    private static final int LEAST_OWN = 2;

    private final byte[] bytes;

    PolishLetters(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The one by which it's written; nothing where there is no evidence, or evidence for both. */
    Optional<Encoding> encoding() {
        if (count(SHARED) < LEAST_SHARED) {
            return Optional.empty();
        }
        int windows = count(OF_WINDOWS);
        int iso = count(OF_ISO);
        if (windows >= LEAST_OWN && iso == 0) {
            return Optional.of(Encoding.CP1250);
        }
        return iso >= LEAST_OWN && windows == 0 && !hasControls() ? Optional.of(Encoding.LATIN_2) : Optional.empty();
    }

    /** How many of the bytes stand in a word. */
    private int count(String which) {
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean one = which.indexOf(bytes[i] & 0xFF) >= 0;
            count += one && (isLetter(i - 1) || isLetter(i + 1)) ? 1 : 0;
        }
        return count;
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < bytes.length && bytes[i] > 0 && Character.isLetter(bytes[i]);
    }

    private boolean hasControls() {
        for (byte b : bytes) {
            if ((b & 0xFF) >= 0x80 && (b & 0xFF) < 0xA0) {
                return true;
            }
        }
        return false;
    }
}
