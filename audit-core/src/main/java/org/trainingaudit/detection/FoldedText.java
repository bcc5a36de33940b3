package org.trainingaudit.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the one form that all detectors read, with the way back to the original's offsets where they were asked for.
 *
 * <p>Two views of the same length: {@link #text} keeps case, {@link #lower} is lower case without accents. Filled by {@link
 * Folding}; one object may serve many texts, one after the other, on one thread.
 */
final class FoldedText {

    /** What a huge text took is given back with the next one. */
    private static final int KEPT = 1 << 16;

    private enum Told {
        NOT_YET,
        YES,
        NO
    }

    private final boolean tracking;
    private char[] chars = new char[64];
    private char[] lowers = new char[64];

    /** The text in lower case: the characters themselves where there are no capitals among them. */
    private char[] lowered = lowers;

    private int[] starts = {};
    private int[] ends = {};
    private int length;
    private int digits;
    private boolean ascii = true;
    private boolean letters;
    private boolean capitals;
    private boolean latin;
    private boolean pairs;
    private long kinds;
    private Told hex = Told.NOT_YET;
    private @Nullable String text;
    private @Nullable String lower;

    /**
     * Empty as yet.
     *
     * @param tracking whether the original's offsets will be asked for
     */
    FoldedText(boolean tracking) {
        this.tracking = tracking;
    }

    /** Makes room for a text of at most so many characters, which will be ASCII or not. */
    void begin(int most, boolean plain) {
        if (most > chars.length || (chars.length > KEPT && most < KEPT)) {
            chars = new char[Math.max(64, most)];
            lowers = new char[chars.length];
        }
        if (tracking && !plain) {
            starts = new int[chars.length];
            ends = new int[chars.length];
        }
        lowered = lowers;
        length = 0;
        digits = 0;
        ascii = plain;
        letters = !plain;
        capitals = true;
        latin = true;
        kinds = 0;
        hex = Told.NOT_YET;
        pairs = false;
        text = null;
        lower = null;
    }

    /** A character that came from the original's code points in that range. */
    void append(char c, int start, int end) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, 2 * length);
            lowers = Arrays.copyOf(lowers, 2 * length);
            lowered = lowers;
            starts = tracking ? Arrays.copyOf(starts, 2 * length) : starts;
            ends = tracking ? Arrays.copyOf(ends, 2 * length) : ends;
        }
        if (tracking) {
            starts[length] = start;
            ends[length] = end;
        }
        pairs |= Character.isSurrogate(c);
        chars[length++] = c;
    }

    /** Where {@link Folding} writes. */
    char[] chars() {
        return chars;
    }

    /** Where {@link Folding} writes what has capitals. */
    char[] lowers() {
        return lowered;
    }

    /** All has been written. */
    void end(int written, int itsDigits, boolean itsLetters) {
        length = written;
        digits = itsDigits;
        letters |= itsLetters;
    }

    /** That all is in lower case. */
    void endWithoutCapitals() {
        capitals = false;
        lowered = chars;
    }

    /** That there are no letters of scripts that put spaces between words. */
    void endWithoutLatin() {
        latin = false;
    }

    /** Whether the way back to the original is kept. */
    boolean isTracking() {
        return tracking;
    }

    char at(int index) {
        return chars[index];
    }

    char lowerAt(int index) {
        return lowered[index];
    }

    String text() {
        String known = text;
        if (known == null) {
            known = new String(chars, 0, length);
            text = known;
        }
        return known;
    }

    String lower() {
        String known = lower;
        if (known == null) {
            known = new String(lowered, 0, length);
            lower = known;
        }
        return known;
    }

    String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    String lower(int from, int to) {
        return new String(lowered, from, to - from);
    }

    int length() {
        return length;
    }

    /** How many ASCII digits it has. */
    int digits() {
        return digits;
    }

    /** The kinds of characters in it, as {@link CharKinds} has them. */
    long kinds() {
        if (kinds == 0) {
            for (int i = 0; i < length; i++) {
                char c = chars[i];
                kinds |= c < 0x80 ? CharKinds.ofAscii(c) : CharKinds.BEYOND_ASCII;
            }
        }
        return kinds;
    }

    /** Whether it is an id or a hash, in which letters are digits: see {@link HexText}. */
    boolean isHex() {
        if (hex == Told.NOT_YET) {
            hex = HexText.is(this) ? Told.YES : Told.NO;
        }
        return hex == Told.YES;
    }

    /** Whether it may have letters; without them it is ASCII. */
    boolean hasLetters() {
        return letters;
    }

    /** Whether it may have letters that {@link Words#isLatin} knows. */
    boolean mayHaveLatin() {
        return latin && letters;
    }

    /** Whether it may have capitals. */
    boolean mayHaveCapitals() {
        return capitals;
    }

    /** Whether the original is ASCII throughout. */
    boolean isAscii() {
        return ascii;
    }

    /** Whether it has characters beyond the first 65,536, which count as two. */
    boolean hasPairs() {
        return pairs;
    }

    /** The original's code point at which the folded character stands. */
    int originalStart(int index) {
        return ascii ? index : starts[index];
    }

    /** The original's code point after the folded character before the index. */
    int originalEnd(int index) {
        return ascii ? index : ends[index - 1];
    }
}
