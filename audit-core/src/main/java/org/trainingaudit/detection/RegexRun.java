package org.trainingaudit.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of one {@link RegexProgram} while it goes over a text: where it is, what its groups matched, and how many steps
 * it may still take. For one thread; one object serves many programs, one after the other.
 */
final class RegexRun {

    private static final int NOWHERE = -1;
    private static final int[] NO_GROUPS = {};
    private static final int UNKNOWN = -1;

    /** How deep a match may nest; each level takes a stack frame or two. */
    private static final int DEEPEST = 1500;

    private FoldedText folded = new FoldedText(false);
    char[] chars = {};
    int length;
    int[] groups = new int[8];
    int end;
    int lookedBehindTo;
    private int groupCount;
    private int depth;
    private long left;
    private boolean spent;
    private @Nullable Questions questions;
    private int together;

    /** Begins a text, in which all programs together may take so many steps. */
    void begin(FoldedText newText, long steps) {
        folded = newText;
        chars = newText.chars();
        length = newText.length();
        left = steps;
        spent = false;
        together = UNKNOWN;
    }

    FoldedText text() {
        return folded;
    }

    /** From now on writes down what is asked of the text; with null no more. */
    void writeDown(@Nullable Questions into) {
        questions = into;
    }

    /** Whether the character there is in the set. */
    boolean has(CharSet set, int at) {
        char c = chars[at];
        if (questions != null) {
            questions.ask(at, c, set.low(), set.high());
        }
        return set.has(c);
    }

    /** Whether a digit of ASCII stands there. */
    boolean isDigit(int at) {
        char c = chars[at];
        if (questions != null) {
            questions.ask(at, c, OutlineSigns.low('0'), 0);
        }
        return c >= '0' && c <= '9';
    }

    /** Whether an expression with those first characters can begin there. */
    boolean mayBe(FirstChars first, int at) {
        char c = chars[at];
        if (questions != null && !first.open()) {
            questions.ask(at, c, first.low(), first.high());
        }
        return first.mayBe(c);
    }

    /** From there on to the last place the first one where an expression with those first characters can begin; else one behind. */
    int next(FirstChars first, int from, int last) {
        int i = from;
        int within = Math.min(last, length - 1);
        if (questions != null) {
            while (i <= within && !mayBe(first, i)) {
                i++;
            }
            return i;
        }
        if (first.open()) {
            return i;
        }
        char[] text = chars;
        long low = first.low();
        long high = first.high();
        while (i <= within) {
            char c = text[i];
            if (c >= 128 || (((c < 64 ? low : high) >>> c) & 1) != 0) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Whether the character there, in lower case, is one of some. */
    boolean isAny(int at, String some) {
        if (questions != null) {
            questions.askAny(at, chars[at], some);
        }
        return some.indexOf(folded.lowerAt(at)) >= 0;
    }

    /** Whether so many digits stand in the text. */
    boolean hasDigits(int digits) {
        if (digits > 1 && questions != null) {
            questions.askDigits(digits, folded.digits() >= digits);
        }
        return folded.digits() >= digits;
    }

    /** Whether so many digits stand in the text with no letter of ASCII among them. */
    boolean hasTogether(int digits) {
        if (digits <= 1) {
            return hasDigits(digits);
        }
        boolean there = together() >= digits;
        if (questions != null) {
            questions.askTogether(digits, there);
        }
        return there;
    }

    /** The most digits that stand together in the text with no letter of ASCII among them. */
    int together() {
        if (together == UNKNOWN) {
            together = DigitsTogether.in(chars, length);
        }
        return together;
    }

    /** Whether what is asked is written down. */
    boolean isWritingDown() {
        return questions != null;
    }

    /** That it was asked whether the value there passes a check. */
    void checked(int start, int end, boolean passes) {
        if (questions != null) {
            questions.askCheck(start, end, passes);
        }
    }

    /** That something was asked that can't be written down. */
    void lose() {
        if (questions != null) {
            questions.lose();
        }
    }

    /** Whether the same character stands in both places, perhaps as a capital of ASCII in one of them. */
    boolean isSame(int at, int other, boolean anyCase) {
        char one = chars[at];
        char two = chars[other];
        boolean same = one == two || (anyCase && lower(one) == lower(two));
        if (questions != null) {
            questions.askWhich(at, one);
            questions.askSame(one, other, two, anyCase);
        }
        return same;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Whether the steps didn't suffice, so that finds may be missing. */
    boolean isSpent() {
        return spent;
    }

    /** That what ran elsewhere was given up. */
    void spend() {
        spent = true;
        left = 0;
    }

    long stepsLeft() {
        return left;
    }

    /** Takes a step; false if there is none left. */
    boolean step() {
        if (--left > 0) {
            return true;
        }
        spent = true;
        return false;
    }

    /** Goes one level down; false if that is too deep. */
    boolean down() {
        if (++depth < DEEPEST) {
            return step();
        }
        spent = true;
        return false;
    }

    void up() {
        depth--;
    }

    /** The groups as they are, to go back to; nothing where there are none. */
    int[] keepGroups() {
        return groupCount == 0 ? NO_GROUPS : groups.clone();
    }

    void takeBack(int[] kept) {
        System.arraycopy(kept, 0, groups, 0, kept.length);
    }

    void forgetGroups(int count) {
        groupCount = count;
        if (groups.length < 2 * (count + 1)) {
            groups = new int[2 * (count + 1)];
        }
        Arrays.fill(groups, 0, 2 * (count + 1), NOWHERE);
        depth = 0;
    }

    /** Where a group's last match began; -1 if it didn't take part. */
    int start(int group) {
        return groups[2 * group];
    }

    int end(int group) {
        return groups[2 * group + 1];
    }
}
