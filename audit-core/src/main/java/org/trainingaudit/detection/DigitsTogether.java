package org.trainingaudit.detection;

/**
 * How many digits every match of a regular expression has with no letter of ASCII among them: derived from the expression,
 * perhaps too few. Hashes and random ids, which have many digits but few together, are told apart by that.
 *
 * @param digits so many at the beginning of each match
 * @param open whether what follows may go on with them
 */
record DigitsTogether(int digits, boolean open) {

    private static final DigitsTogether NONE = new DigitsTogether(0, true);

    static int of(Regex regex, Alphabet alphabet) {
        return at(regex, alphabet).digits;
    }

    /** The most digits that stand together in a text. */
    static int in(char[] chars, int length) {
        int most = 0;
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
                most = Math.max(most, digits);
                digits = 0;
            }
        }
        return Math.max(most, digits);
    }

    private static DigitsTogether at(Regex regex, Alphabet alphabet) {
        if (regex instanceof Regex.One one) {
            long kinds = alphabet.kinds(one.set());
            return new DigitsTogether(kinds == CharKinds.DIGIT ? 1 : 0, (kinds & CharKinds.LETTERS) == 0);
        }
        if (regex instanceof Regex.Sequence sequence) {
            DigitsTogether all = NONE;
            for (int i = 0; all.open && i < sequence.parts().size(); i++) {
                DigitsTogether part = at(sequence.parts().get(i), alphabet);
                all = new DigitsTogether(all.digits + part.digits, part.open);
            }
            return all;
        }
        if (regex instanceof Regex.Choice choice) {
            return choice.choices().stream()
                    .map(one -> at(one, alphabet))
                    .reduce((one, other) ->
                            new DigitsTogether(Math.min(one.digits, other.digits), one.open && other.open))
                    .orElse(NONE);
        }
        if (regex instanceof Regex.Repeat repeat) {
            DigitsTogether body = at(repeat.body(), alphabet);
            int times = body.open ? repeat.least() : Math.min(1, repeat.least());
            return new DigitsTogether(times * body.digits, body.open);
        }
        if (regex instanceof Regex.Capture capture) {
            return at(capture.body(), alphabet);
        }
        if (regex instanceof Regex.Again again) {
            return new DigitsTogether(0, at(again.body(), alphabet).open);
        }
        return regex instanceof Regex.Once once ? at(once.body(), alphabet) : NONE;
    }
}
