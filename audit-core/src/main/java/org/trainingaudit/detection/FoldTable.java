package org.trainingaudit.detection;

import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What each character by itself folds to, and its lower case without accents; known once it has been asked for. */
final class FoldTable {

    /** It folds to none or to several, or has to be looked at with what stands beside it. */
    static final char SPECIAL = 0;

    private static final int PAGE = 256;
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\u2500";
    private static final char[] PLAIN = plainLetters();
    private static final AtomicReferenceArray<char[]> SINGLE = new AtomicReferenceArray<>(PAGE);
    private static final AtomicReferenceArray<char[]> HAN = new AtomicReferenceArray<>(PAGE);
    private static final AtomicReferenceArray<char[]> LOWER = new AtomicReferenceArray<>(PAGE);

    private FoldTable() {}

    /** The one character that it becomes, or {@link #SPECIAL}. */
    static char single(char c) {
        char[] page = SINGLE.getAcquire(c >>> 8);
        if (page == null) {
            page = new char[PAGE];
            for (int i = 0; i < PAGE; i++) {
                page[i] = singleOf((char) ((c & 0xFF00) | i));
            }
            SINGLE.setRelease(c >>> 8, page);
        }
        return page[c & 0xFF];
    }

    static char lower(char c) {
        char[] page = LOWER.getAcquire(c >>> 8);
        if (page == null) {
            page = new char[PAGE];
            for (int i = 0; i < PAGE; i++) {
                char one = (char) ((c & 0xFF00) | i);
                page[i] = one < PLAIN.length ? PLAIN[one] : Character.toLowerCase(one);
            }
            LOWER.setRelease(c >>> 8, page);
        }
        return page[c & 0xFF];
    }

    /** Whether it is a Chinese character. */
    static boolean isHan(char c) {
        char[] page = HAN.getAcquire(c >>> 8);
        if (page == null) {
            page = new char[PAGE];
            for (int i = 0; i < PAGE; i++) {
                page[i] = (char) (isHanOf((c & 0xFF00) | i) ? 1 : 0);
            }
            HAN.setRelease(c >>> 8, page);
        }
        return page[c & 0xFF] != 0;
    }

    private static boolean isHanOf(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static char singleOf(char c) {
        if (Character.isSurrogate(c) || isMark(c) || isInvisible(c)) {
            return SPECIAL;
        }
        String folded = simple(c);
        return folded.length() == 1 ? folded.charAt(0) : SPECIAL;
    }

    /** Whether it belongs to the character before it. */
    static boolean isMark(char c) {
        return c >= 0x300 && (c == '\uFF9E' || c == '\uFF9F' || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200F') || c == '\u2060' || c == '\uFEFF';
    }

    /** What it becomes where it stands alone. */
    static String simple(char c) {
        if (c < 0x80) {
            return String.valueOf(c);
        }
        if (DASHES.indexOf(c) >= 0) {
            return "-";
        }
        if (Character.isSpaceChar(c)) {
            return " ";
        }
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }

    private static char[] plainLetters() {
        char[] plain = new char[0x250];
        for (char c = 0; c < plain.length; c++) {
            String base = c < 0x80 ? String.valueOf(c) : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
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
