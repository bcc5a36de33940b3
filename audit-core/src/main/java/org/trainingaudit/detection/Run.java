package org.trainingaudit.detection;

/**
 * How many letters and digits of ASCII stand side by side in every match of a regular expression: derived from the
 * expression, perhaps too few. Prose has short words, keys and codes have long ones.
 *
 * @param most somewhere in each match
 * @param first at its beginning
 * @param last at its end
 * @param whole whether there is nothing else in it
 */
record Run(int most, int first, int last, boolean whole) {

    private static final Run NOTHING = new Run(0, 0, 0, true);
    private static final Run OTHER = new Run(0, 0, 0, false);
    private static final long KINDS = CharKinds.LETTERS | CharKinds.DIGIT;

    static int of(Regex regex, Alphabet alphabet) {
        return at(regex, alphabet).most;
    }

    private static Run at(Regex regex, Alphabet alphabet) {
        if (regex instanceof Regex.One one) {
            return (alphabet.kinds(one.set()) & ~KINDS) == 0 ? new Run(1, 1, 1, true) : OTHER;
        }
        if (regex instanceof Regex.Sequence sequence) {
            return sequence.parts().stream().map(part -> at(part, alphabet)).reduce(NOTHING, Run::then);
        }
        if (regex instanceof Regex.Choice choice) {
            return choice.choices().stream()
                    .map(one -> at(one, alphabet))
                    .reduce(Run::or)
                    .orElse(OTHER);
        }
        if (regex instanceof Regex.Repeat repeat) {
            return repeated(at(repeat.body(), alphabet), repeat.least());
        }
        if (regex instanceof Regex.Capture capture) {
            return at(capture.body(), alphabet);
        }
        if (regex instanceof Regex.Once once) {
            return at(once.body(), alphabet);
        }
        return regex instanceof Regex.Look ? NOTHING : OTHER;
    }

    private Run then(Run next) {
        return new Run(
                Math.max(Math.max(most, next.most), last + next.first),
                whole ? first + next.first : first,
                next.whole ? last + next.last : next.last,
                whole && next.whole);
    }

    private Run or(Run other) {
        return new Run(
                Math.min(most, other.most),
                Math.min(first, other.first),
                Math.min(last, other.last),
                whole && other.whole);
    }

    private static Run repeated(Run body, int least) {
        if (body.whole) {
            return new Run(least * body.most, least * body.first, least * body.last, true);
        }
        if (least == 0) {
            return OTHER;
        }
        int most = least == 1 ? body.most : Math.max(body.most, body.last + body.first);
        return new Run(most, body.first, body.last, false);
    }

    /** Whether at least so many letters and digits stand side by side in a text. */
    static boolean isIn(char[] chars, int length, int least) {
        int from = 0;
        while (from + least <= length) {
            int at = from + least - 1;
            while (at >= from && isOne(chars[at])) {
                at--;
            }
            if (at < from) {
                return true;
            }
            from = at + 1;
        }
        return false;
    }

    private static boolean isOne(char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }
}
