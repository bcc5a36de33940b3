package org.trainingaudit.detection;

import java.util.function.IntFunction;

/**
 * The characters with which a match of a regular expression can begin, as far as ASCII goes.
 *
 * @param low members from 0 to 63, one bit each
 * @param high members from 64 to 127
 * @param open whether what follows the expression could be first as well, because it can match nothing
 */
record FirstChars(long low, long high, boolean open) {

    private static final FirstChars NONE = new FirstChars(0, 0, true);
    static final FirstChars ANY = new FirstChars(-1, -1, true);

    boolean mayBe(char c) {
        return open || c >= 128 || (((c < 64 ? low : high) >>> c) & 1) != 0;
    }

    static FirstChars of(Regex regex, IntFunction<CharSet> sets) {
        if (regex instanceof Regex.One one) {
            CharSet set = sets.apply(one.set());
            return new FirstChars(set.low(), set.high(), false);
        }
        if (regex instanceof Regex.Sequence sequence) {
            FirstChars all = NONE;
            for (Regex part : sequence.parts()) {
                all = all.then(of(part, sets));
                if (!all.open) {
                    break;
                }
            }
            return all;
        }
        if (regex instanceof Regex.Choice choice) {
            FirstChars all = new FirstChars(0, 0, false);
            for (Regex one : choice.choices()) {
                all = all.or(of(one, sets));
            }
            return all;
        }
        if (regex instanceof Regex.Repeat repeat) {
            FirstChars body = of(repeat.body(), sets);
            return new FirstChars(body.low, body.high, body.open || repeat.least() == 0);
        }
        if (regex instanceof Regex.Capture capture) {
            return of(capture.body(), sets);
        }
        if (regex instanceof Regex.Once once) {
            return of(once.body(), sets);
        }
        return regex instanceof Regex.Look ? NONE : ANY;
    }

    private FirstChars then(FirstChars next) {
        return new FirstChars(low | next.low, high | next.high, next.open);
    }

    private FirstChars or(FirstChars other) {
        return new FirstChars(low | other.low, high | other.high, open || other.open);
    }
}
