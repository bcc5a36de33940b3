package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values of a column that differ in their digits alone, and what is found in them: told by the digits, as far as anybody
 * asks about them. Words, names and labels are the same in all of them. For one thread.
 */
final class DigitTexts implements AnswerNodes.Asked {

    private static final int MOST_KNOWN = 32;

    private final List<Predicate<String>> checks;

    /** What the values become where detectors read them, with the digits of the one that was last asked about. */
    private final char[] chars;

    /** Where each digit stands in a value's bytes, and where in its characters. */
    private final byte[] from;

    private final byte[] to;

    /** How many digits stand together in each of the values. */
    private final int together;

    /** Tells by the digits which words there are. */
    private final AnswerTree<AlikeTexts> tree;

    private final List<AlikeTexts> known = new ArrayList<>(1);

    /** The value of which a check was asked last, and where it stands: several checks are asked of the same one. */
    private String value = "";

    private int valueStart;
    private int valueEnd;

    private DigitTexts(Lookers lookers, char[] chars, byte[] from, byte[] to) {
        this.together = DigitsTogether.in(chars, chars.length);
        this.checks = lookers.checks();
        this.tree = new AnswerTree<>(lookers.nodes());
        this.chars = chars;
        this.from = from;
        this.to = to;
    }

    /**
     * Those like a value in UTF-8; nothing where they can't be told by their digits.
     *
     * @param text the same value as detectors read it
     * @param lookers all that asks
     */
    static Optional<DigitTexts> like(byte[] bytes, int start, int end, FoldedText text, Lookers lookers) {
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
        return Optional.of(new DigitTexts(lookers, text.text().toCharArray(), from, to));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** What there is in the value, if it is known. */
    ColumnCounter.@Nullable Seen seen(byte[] bytes, int start) {
        for (int i = 0; i < from.length; i++) {
            chars[to[i]] = (char) bytes[start + from[i]];
        }
        valueEnd = 0;
        AlikeTexts alike = tree.answer(chars, this);
        Answer answer = alike == null ? null : alike.answer(chars, this, null);
        return answer == null ? null : answer.seen();
    }

    AnswerTree<AlikeTexts> tree() {
        return tree;
    }

    /** Those that have all that in common, made if there have been none yet. */
    AlikeTexts with(AlikeTexts.Common common, Function<AlikeTexts.Common, AlikeTexts> maker) {
        for (AlikeTexts one : known) {
            if (one.common().equals(common)) {
                return one;
            }
        }
        AlikeTexts made = maker.apply(common);
        if (known.size() < MOST_KNOWN) {
            known.add(made);
        }
        return made;
    }

    @Override
    public boolean passes(int check, int start, int end) {
        if (valueEnd != end || valueStart != start) {
            value = new String(chars, start, end - start);
            valueStart = start;
            valueEnd = end;
        }
        return checks.get(check).test(value);
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public int digits() {
        throw new IllegalStateException("how many digits there are is known");
    }
}
