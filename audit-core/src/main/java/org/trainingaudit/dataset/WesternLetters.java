package org.trainingaudit.dataset;

/** Accented letters of Latin-1, which stand alone between plain letters. */
final class WesternLetters {

    private final StrictText text;
    private final byte[] bytes;

    WesternLetters(byte[] bytes) {
        this.text = new StrictText(bytes);
        this.bytes = bytes;
    }

    /** Whether hardly anything else is there but quotes and dashes. */
    boolean areIn() {
        if (text.in(Encoding.LATIN_1).isEmpty()) {
            return false;
        }
        int letters = 0;
        int strange = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0xC0 && b != 0xD7 && b != 0xF7 && isAscii(i - 1) && isAscii(i + 1) && isLetter(i - 1, i + 1)) {
                letters++;
            } else if (b >= 0x80 && isStrange(b, i)) {
                strange++;
            }
        }
        return letters >= 3 && letters >= 20 * strange;
    }

    private boolean isStrange(int b, int i) {
        boolean mark = b == 0x80 || b == 0x85 || (b >= 0x91 && b <= 0x97) || (b >= 0xA0 && b <= 0xBF);
        return !mark || (b >= 0xA0 && isLetterAt(i - 1) && isLetterAt(i + 1));
    }

    private boolean isAscii(int i) {
        return i < 0 || i >= bytes.length || bytes[i] >= 0;
    }

    private boolean isLetter(int before, int after) {
        return isLetterAt(before) || isLetterAt(after);
    }

    private boolean isLetterAt(int i) {
        return i >= 0 && i < bytes.length && Character.isLetter(bytes[i]) && bytes[i] > 0;
    }
}
