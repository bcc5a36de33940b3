package org.trainingaudit.detection;

/**
 * A text in the one form that all detectors read, with the way back to the original's offsets.
 *
 * <p>Two views of the same length: {@link #text} keeps case, {@link #lower} is lower case without accents. Made by {@link
 * Folding}.
 */
final class FoldedText {

    private static final int[] AS_THEY_ARE = new int[0];

    private final String text;
    private final String lower;
    private final int[] starts;
    private final int[] ends;
    private final int digits;
    private final boolean ascii;
    private final boolean letters;

    FoldedText(String text, String lower, int[] starts, int[] ends, int digits) {
        this.text = text;
        this.lower = lower;
        this.starts = starts;
        this.ends = ends;
        this.digits = digits;
        this.ascii = starts.length == 0;
        this.letters = !ascii || hasLetters(lower);
    }

    /** For a text of plain ASCII, whose offsets stay what they are. */
    static FoldedText ascii(String text, String lower, int digits) {
        return new FoldedText(text, lower, AS_THEY_ARE, AS_THEY_ARE, digits);
    }

    String text() {
        return text;
    }

    String lower() {
        return lower;
    }

    int length() {
        return text.length();
    }

    /** How many ASCII digits it has. */
    int digits() {
        return digits;
    }

    /** Whether it may have letters; without them it is ASCII. */
    boolean hasLetters() {
        return letters;
    }

    private static boolean hasLetters(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 'a' && lower.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    /** Whether the original is ASCII throughout. */
    boolean isAscii() {
        return ascii;
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
