package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a text must have so that a regular expression can match in it: derived from the expression, and cheap to ask.
 *
 * @param kinds of each of these at least one kind of character must be in the text, the fewest kinds first; bits of {@link
 *     CharKinds}
 * @param digits so many ASCII digits
 * @param length so many characters
 */
record Needs(List<Long> kinds, int digits, int length) {

    /** So many kinds are told at most. */
    static final int FEW = 4;

    static final Needs NOTHING = new Needs(List.of(), 0, 0);

    /** What a text must have so that one of both can match in it. */
    Needs or(Needs other) {
        boolean both = !kinds.isEmpty() && !other.kinds.isEmpty();
        return new Needs(
                both ? List.of(kinds.get(0) | other.kinds.get(0)) : List.of(),
                Math.min(digits, other.digits),
                Math.min(length, other.length));
    }

    static Needs of(Regex regex, Alphabet alphabet) {
        if (regex instanceof Regex.One one) {
            long kinds = alphabet.kinds(one.set());
            return new Needs(List.of(kinds), kinds == CharKinds.DIGIT ? 1 : 0, 1);
        }
        if (regex instanceof Regex.Sequence sequence) {
            return sequence.parts().stream().map(part -> of(part, alphabet)).reduce(NOTHING, Needs::and);
        }
        if (regex instanceof Regex.Choice choice) {
            return choice.choices().stream()
                    .map(one -> of(one, alphabet))
                    .reduce(Needs::or)
                    .orElse(NOTHING);
        }
        if (regex instanceof Regex.Repeat repeat && repeat.least() > 0) {
            Needs body = of(repeat.body(), alphabet);
            return new Needs(body.kinds, repeat.least() * body.digits, repeat.least() * body.length);
        }
        if (regex instanceof Regex.Capture capture) {
            return of(capture.body(), alphabet);
        }
        return regex instanceof Regex.Once once ? of(once.body(), alphabet) : NOTHING;
    }

    /** What a text must have that has what another asks, perhaps in the same places. */
    Needs with(Needs other) {
        Needs both = and(other);
        return new Needs(both.kinds, Math.max(digits, other.digits), Math.max(length, other.length));
    }

    private Needs and(Needs next) {
        List<Long> all = new ArrayList<>(kinds);
        next.kinds.stream().filter(kind -> !all.contains(kind)).forEach(all::add);
        all.sort(Comparator.comparingInt(Long::bitCount));
        return new Needs(
                List.copyOf(all.subList(0, Math.min(FEW, all.size()))), digits + next.digits, length + next.length);
    }
}
