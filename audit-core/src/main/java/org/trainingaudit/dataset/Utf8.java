package org.trainingaudit.dataset;

/** Whether bytes are well-formed UTF-8 by table 3-7 of the Unicode standard. */
final class Utf8 {

    private Utf8() {}

    /** Whether the range holds whole, well-formed sequences only. */
    static boolean isValid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i + Long.BYTES <= to) {
                int ascii = ByteFinder.ascii(ByteFinder.word(bytes, i));
                i += ascii;
                if (ascii == Long.BYTES) {
                    continue;
                }
            } else if (bytes[i] >= 0) {
                i++;
                continue;
            }
            while (i < to && bytes[i] < 0) {
                int length = isOfThree(bytes, i, to) ? 3 : sequence(bytes, i, to);
                if (length == 0) {
                    return false;
                }
                i += length;
            }
        }
        return true;
    }

    /** Whether one of the commonest sequences stands here, of kana and kanji, whose second byte may be any. */
    private static boolean isOfThree(byte[] bytes, int i, int to) {
        byte lead = bytes[i];
        return (lead & 0xF0) == 0xE0
                && lead != (byte) 0xE0
                && lead != (byte) 0xED
                && i + 3 <= to
                && (bytes[i + 1] & 0xC0) == 0x80
                && (bytes[i + 2] & 0xC0) == 0x80;
    }

    /** How many bytes the well-formed sequence has that begins here with a byte of 0x80 or more; 0 where none does. */
    private static int sequence(byte[] bytes, int i, int to) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (i + length > to || !isSecond(lead, bytes[i + 1] & 0xFF)) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Overlong forms, surrogates and what lies beyond U+10FFFF are told by the second byte. */
    private static boolean isSecond(int lead, int second) {
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest;
    }
}
