package org.trainingaudit.detection;

import java.text.Normalizer;
import java.util.Arrays;

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

    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\u2500\u30FC";
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final int SHORTEST_KANJI_NUMBER = 4;
    private static final char[] PLAIN = plainLetters();

    private final String original;
    private final StringBuilder folded;
    private int[] starts;
    private int[] ends;

    private Folding(String original) {
        this.original = original;
        this.folded = new StringBuilder(original.length());
        this.starts = new int[original.length() + 8];
        this.ends = new int[original.length() + 8];
    }

    static FoldedText fold(String original) {
        for (int i = 0; i < original.length(); i++) {
            if (original.charAt(i) >= 0x80) {
                return new Folding(original).run();
            }
        }
        return FoldedText.ascii(original, lower(original), digits(original));
    }

    private FoldedText run() {
        int point = 0;
        for (int i = 0; i < original.length(); ) {
            int end = clusterEnd(i);
            int points = original.codePointCount(i, end);
            append(i, end, point, points);
            point += points;
            i = end;
        }
        kanjiNumbers();
        longVowelMarks();
        String text = folded.toString();
        return new FoldedText(
                text,
                lower(text),
                Arrays.copyOf(starts, text.length()),
                Arrays.copyOf(ends, text.length()),
                digits(text));
    }

    private int clusterEnd(int start) {
        int end = start + Character.charCount(original.codePointAt(start));
        while (end < original.length() && isMark(original.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && (c == '\uFF9E' || c == '\uFF9F' || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private void append(int start, int end, int point, int points) {
        char first = original.charAt(start);
        if (end - start == 1) {
            if (!isInvisible(first)) {
                append(simple(first), point, points);
            }
            return;
        }
        append(Normalizer.normalize(original.substring(start, end), Normalizer.Form.NFKC), point, points);
    }

    private static String simple(char c) {
        if (c < 0x80) {
            return String.valueOf(c);
        }
        if (c != '\u30FC' && DASHES.indexOf(c) >= 0) {
            return "-";
        }
        if (Character.isSpaceChar(c)) {
            return " ";
        }
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200F') || c == '\u2060' || c == '\uFEFF';
    }

    private void append(String piece, int point, int points) {
        for (int i = 0; i < piece.length(); i++) {
            if (folded.length() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            starts[folded.length()] = point;
            ends[folded.length()] = point + points;
            folded.append(piece.charAt(i));
        }
    }

    /** Runs such as 〇三-一二三四-五六七八 are numbers; a lone 三 or 二十 is part of a word or of a count. */
    private void kanjiNumbers() {
        int start = 0;
        while (start < folded.length()) {
            int end = start;
            int count = 0;
            while (end < folded.length() && isKanjiNumber(folded.charAt(end))) {
                count += KANJI_DIGITS.indexOf(folded.charAt(end)) >= 0 ? 1 : 0;
                end++;
            }
            if (count >= SHORTEST_KANJI_NUMBER) {
                toDigits(start, end);
            }
            start = end + 1;
        }
    }

    private static boolean isKanjiNumber(char c) {
        return KANJI_DIGITS.indexOf(c) >= 0 || c == '-' || c == '\u30FC';
    }

    private void toDigits(int start, int end) {
        for (int i = start; i < end; i++) {
            int digit = KANJI_DIGITS.indexOf(folded.charAt(i));
            if (digit >= 0) {
                folded.setCharAt(i, (char) ('0' + digit));
            }
        }
    }

    private void longVowelMarks() {
        for (int i = 1; i + 1 < folded.length(); i++) {
            if (folded.charAt(i) == '\u30FC' && isDigit(folded.charAt(i - 1)) && isDigit(folded.charAt(i + 1))) {
                folded.setCharAt(i, '-');
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** Character by character, so that the length stays. */
    static String lower(String text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            char c = text.charAt(i);
            lower[i] = c < PLAIN.length ? PLAIN[c] : Character.toLowerCase(c);
        }
        return new String(lower);
    }

    private static char[] plainLetters() {
        char[] plain = new char[0x250];
        for (char c = 0; c < plain.length; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            plain[c] = Character.toLowerCase(base.charAt(0));
        }
        String others = "øØłŁđĐıħŧ";
        String bases = "oolldd" + "iht";
        for (int i = 0; i < others.length(); i++) {
            plain[others.charAt(i)] = bases.charAt(i);
        }
        return plain;
    }
}
