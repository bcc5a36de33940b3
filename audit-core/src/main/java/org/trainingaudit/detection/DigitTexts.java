package org.trainingaudit.detection;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values of a column that differ in their digits alone, and what is found in them: told by the digits, as far as anybody
 * asks about them. Words, names and labels are the same in all of them. For one thread.
 */
final class DigitTexts implements AnswerTree.Asked {

    private final List<Predicate<String>> checks;

    /** What the values become where detectors read them, with the digits of the one that was last asked about. */
    private final char[] chars;

    /** Where each digit stands in a value's bytes, and where in its characters. */
    private final byte[] from;

    private final byte[] to;
    private final AnswerTree tree = new AnswerTree();

    private DigitTexts(List<Predicate<String>> checks, char[] chars, byte[] from, byte[] to) {
        this.checks = checks;
        this.chars = chars;
        this.from = from;
        this.to = to;
    }

    /**
     * Those like a value in UTF-8; nothing where they can't be told by their digits.
     *
     * @param text the same value as detectors read it
     * @param checks of all that asks, by the numbers under which it does
     */
    static Optional<DigitTexts> like(
            byte[] bytes, int start, int end, FoldedText text, List<Predicate<String>> checks) {
        byte[] from = new byte[text.digits()];
        byte[] to = new byte[text.digits()];
        int count = 0;
        for (int i = start; i < end; i++) {
            if (isDigit(bytes[i])) {
                if (count == from.length) {
                    return Optional.empty();
                }
                from[count++] = (byte) (i - start);
            }
        }
        // A digit stays one and in its place; where there are more in the text, others became digits.
        if (count < from.length || text.length() > Outlines.LONGEST) {
            return Optional.empty();
        }
        count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.at(i))) {
                to[count++] = (byte) i;
            }
        }
        return Optional.of(new DigitTexts(checks, text.text().toCharArray(), from, to));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** What there is in the value, if it is known. */
    ColumnCounter.@Nullable Seen seen(byte[] bytes, int start) {
        for (int i = 0; i < from.length; i++) {
            chars[to[i]] = (char) bytes[start + from[i]];
        }
        Answer known = tree.answer(chars, this);
        return known == null ? null : known.seen();
    }

    AnswerTree tree() {
        return tree;
    }

    @Override
    public boolean passes(int check, int start, int end) {
        return checks.get(check).test(new String(chars, start, end - start));
    }

    @Override
    public int together() {
        throw new IllegalStateException("where the digits stand is known");
    }

    @Override
    public int digits() {
        throw new IllegalStateException("how many digits there are is known");
    }

    @Override
    public boolean finds(int shape) {
        throw new IllegalStateException("no shape is run over values whose letters are known");
    }
}
