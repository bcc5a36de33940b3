package org.trainingaudit.detection;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Brings a text into the one form that detectors read, so that none of them handles variants of its own.
 *
 * <ul>
 *   <li>full-width, half-width and other compatibility forms become ordinary characters (NFKC, character by character);
 *   <li>a base letter and its combining marks become one character;
 *   <li>hyphens, dashes and minus signs become {@code -}, also the long-vowel mark between digits;
 *   <li>every kind of space becomes a space; characters without width disappear;
 *   <li>numbers written digit by digit in kanji become ASCII digits.
 * </ul>
 */
final class Folding {

    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final int SHORTEST_KANJI_NUMBER = 4;
    private static final char LONG_VOWEL = '\u30FC';

    /** Lower case of ASCII. */
    private static final char[] LOWER = new char[128];

    static {
        for (char c = 0; c < 128; c++) {
            LOWER[c] = Character.toLowerCase(c);
        }
    }

    private Folding() {}

    /** With the way back to the original's offsets. */
    static FoldedText fold(String original) {
        FoldedText text = new FoldedText(true);
        fold(original, text);
        return text;
    }

    static void fold(String original, FoldedText into) {
        int length = original.length();
        for (int i = 0; i < length; i++) {
            if (original.charAt(i) >= 0x80) {
                foldAny(original, into);
                return;
            }
        }
        fold(original.getBytes(StandardCharsets.US_ASCII), 0, length, into);
    }

    /** Folds UTF-8; what is no UTF-8 becomes U+FFFD, as everywhere in Java. */
    static void fold(byte[] bytes, int start, int end, FoldedText into) {
        long all = 0;
        long capitals = 0;
        long letters = 0;
        int digits = 0;
        for (int i = start; i < end; i += Long.BYTES) {
            long eight = i + Long.BYTES <= end ? EightBytes.at(bytes, i) : EightBytes.last(bytes, i, end);
            all |= eight;
            capitals |= EightBytes.capitals(eight);
            letters |= EightBytes.letters(eight);
            digits += Long.bitCount(EightBytes.digits(eight));
        }
        if ((all & EightBytes.BEYOND_ASCII) == 0) {
            into.begin(end - start, true);
            copy(bytes, start, end, into.chars());
            into.end(end - start, digits, letters != 0);
            lower(capitals != 0, into);
        } else if (!foldPlain(bytes, start, end, into)) {
            foldAny(new String(bytes, start, end - start, StandardCharsets.UTF_8), into);
        }
    }

    private static void copy(byte[] bytes, int start, int end, char[] chars) {
        for (int i = start; i < end; i++) {
            chars[i - start] = (char) bytes[i];
        }
    }

    private static void lower(boolean hasCapitals, FoldedText into) {
        if (!hasCapitals) {
            into.endWithoutCapitals();
            return;
        }
        char[] chars = into.chars();
        char[] lowers = into.lowers();
        int length = into.length();
        for (int i = 0; i < length; i++) {
            lowers[i] = LOWER[chars[i] & 0x7F];
        }
    }

    /**
     * Folds what has no characters but ASCII and those of three bytes that become one other each, which is nearly all of what
     * is written in Japanese; false where there is something else, or where the way back to the original is wanted.
     */
    private static boolean foldPlain(byte[] bytes, int start, int end, FoldedText into) {
        if (into.isTracking()) {
            return false;
        }
        into.begin(end - start, false);
        char[] chars = into.chars();
        int length = 0;
        for (int i = start; i < end; ) {
            int c = bytes[i];
            if (c < 0) {
                c = three(bytes, i, end);
                i += 2;
            }
            char single = c < 0x80 ? (char) c : FoldTable.single((char) c);
            if (single == FoldTable.SPECIAL) {
                return false;
            }
            chars[length++] = single;
            i++;
        }
        into.end(length, 0, false);
        finish(into);
        return true;
    }

    /** The character of three bytes that stands there; {@link FoldTable#SPECIAL} if none does. */
    private static int three(byte[] bytes, int at, int end) {
        byte lead = bytes[at];
        boolean whole = (lead & 0xF0) == 0xE0
                && at + 3 <= end
                && (bytes[at + 1] & 0xC0) == 0x80
                && (bytes[at + 2] & 0xC0) == 0x80;
        int c = whole ? (lead & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F) : FoldTable.SPECIAL;
        return c < 0x800 ? FoldTable.SPECIAL : c;
    }

    private static void foldAny(String original, FoldedText into) {
        int length = original.length();
        into.begin(length, false);
        int point = 0;
        for (int i = 0; i < length; ) {
            char c = original.charAt(i);
            char single = c < 0x80 ? c : FoldTable.single(c);
            if ((single != FoldTable.SPECIAL || c == 0) && (i + 1 == length || !isMark(original.charAt(i + 1)))) {
                into.append(single, point, point + 1);
                point++;
                i++;
                continue;
            }
            int end = clusterEnd(original, i);
            int points = original.codePointCount(i, end);
            append(original, i, end, point, points, into);
            point += points;
            i = end;
        }
        finish(into);
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && FoldTable.single(c) == FoldTable.SPECIAL && FoldTable.isMark(c);
    }

    private static int clusterEnd(String original, int start) {
        int end = start + Character.charCount(original.codePointAt(start));
        while (end < original.length() && isMark(original.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void append(String original, int start, int end, int point, int points, FoldedText into) {
        char first = original.charAt(start);
        if (end - start == 1) {
            if (!FoldTable.isInvisible(first)) {
                append(FoldTable.simple(first), point, points, into);
            }
            return;
        }
        append(Normalizer.normalize(original.substring(start, end), Normalizer.Form.NFKC), point, points, into);
    }

    private static void append(String piece, int point, int points, FoldedText into) {
        for (int i = 0; i < piece.length(); i++) {
            into.append(piece.charAt(i), point, point + points);
        }
    }

    /** What depends on several characters, lower case and counts. */
    private static void finish(FoldedText into) {
        char[] chars = into.chars();
        char[] lowers = into.lowers();
        int length = into.length();
        int kanji = 0;
        boolean vowels = false;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            kanji += c >= 0x3007 && c <= 0x9FFF && isKanjiDigit(c) ? 1 : 0;
            vowels |= c == LONG_VOWEL;
        }
        if (kanji >= SHORTEST_KANJI_NUMBER) {
            kanjiNumbers(chars, length);
        }
        if (vowels) {
            longVowelMarks(chars, length);
        }
        int digits = 0;
        boolean latin = false;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            latin |= Words.isLatin(c);
            lowers[i] = c < 0x80 ? LOWER[c] : FoldTable.lower(c);
            digits += isDigit(c) ? 1 : 0;
        }
        into.end(length, digits, true);
        if (!latin) {
            into.endWithoutLatin();
        }
    }

    private static boolean isKanjiDigit(char c) {
        return switch (c) {
            case '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九' -> true;
            default -> false;
        };
    }

    /** Runs such as 〇三-一二三四-五六七八 are numbers; a lone 三 or 二十 is part of a word or of a count. */
    private static void kanjiNumbers(char[] folded, int length) {
        int start = 0;
        while (start < length) {
            int end = start;
            int count = 0;
            while (end < length && isKanjiNumber(folded[end])) {
                count += isKanjiDigit(folded[end]) ? 1 : 0;
                end++;
            }
            if (count >= SHORTEST_KANJI_NUMBER) {
                toDigits(folded, start, end);
            }
            start = end + 1;
        }
    }

    private static boolean isKanjiNumber(char c) {
        return isKanjiDigit(c) || c == '-' || c == LONG_VOWEL;
    }

    private static void toDigits(char[] folded, int start, int end) {
        for (int i = start; i < end; i++) {
            int digit = KANJI_DIGITS.indexOf(folded[i]);
            if (digit >= 0) {
                folded[i] = (char) ('0' + digit);
            }
        }
    }

    private static void longVowelMarks(char[] folded, int length) {
        for (int i = 1; i + 1 < length; i++) {
            if (folded[i] == LONG_VOWEL && isDigit(folded[i - 1]) && isDigit(folded[i + 1])) {
                folded[i] = '-';
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Character by character, so that the length stays. */
    static String lower(String text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = FoldTable.lower(text.charAt(i));
        }
        return new String(lower);
    }
}
