package org.trainingaudit.detection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words with which every match of a regular expression begins in a text of ASCII: runs of letters as long as they are,
 * with something else on either side. Derived from the expression; who has looked for a text's words knows where it can't match.
 */
final class LeadingWords {

    private static final int MOST = 64;

    /** That it isn't known of an expression. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("not known", null, false, false);
        }
    }

    private final Alphabet alphabet;
    private final Set<String> words = new HashSet<>();

    private LeadingWords(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    /** In lower case; nothing if it isn't known whether all matches begin so. */
    static Optional<Set<String>> of(Regex regex, Alphabet alphabet) {
        if (!(regex instanceof Regex.Sequence sequence)
                || sequence.parts().isEmpty()
                || !keepsLettersAway(sequence.parts().get(0), alphabet)) {
            return Optional.empty();
        }
        LeadingWords leading = new LeadingWords(alphabet);
        try {
            boolean allEnd = leading.goOn(sequence, Set.of("")).isEmpty();
            return allEnd && leading.words.size() <= MOST ? Optional.of(leading.words) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    /** Whether no letter of ASCII may stand before the match. */
    private static boolean keepsLettersAway(Regex first, Alphabet alphabet) {
        return first instanceof Regex.Look look
                && !look.ahead()
                && !look.wanted()
                && (look.body() instanceof Regex.Choice choice ? choice.choices() : List.of(look.body()))
                        .stream().anyMatch(one -> hasAllLetters(one, alphabet));
    }

    private static boolean hasAllLetters(Regex one, Alphabet alphabet) {
        if (!(one instanceof Regex.One character)) {
            return false;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            if (!alphabet.has(character.set(), c) || !alphabet.has(character.set(), Character.toUpperCase(c))) {
                return false;
            }
        }
        return true;
    }

    /** What runs of letters have become that are still open behind the expression; those that end within it are words. */
    private Set<String> goOn(Regex regex, Set<String> open) {
        if (open.isEmpty() || regex instanceof Regex.Look || regex instanceof Regex.Edge) {
            return open;
        }
        if (regex instanceof Regex.One one) {
            return letter(one, open);
        }
        if (regex instanceof Regex.Sequence sequence) {
            Set<String> now = open;
            for (Regex part : sequence.parts()) {
                now = goOn(part, now);
            }
            return now;
        }
        if (regex instanceof Regex.Choice choice) {
            Set<String> all = new HashSet<>();
            choice.choices().forEach(one -> all.addAll(goOn(one, open)));
            return all;
        }
        if (regex instanceof Regex.Repeat repeat && repeat.most() == 1) {
            Set<String> all = new HashSet<>(goOn(repeat.body(), open));
            all.addAll(repeat.least() == 0 ? open : Set.of());
            return all;
        }
        if (regex instanceof Regex.Capture capture) {
            return goOn(capture.body(), open);
        }
        if (regex instanceof Regex.Once once) {
            return goOn(once.body(), open);
        }
        throw new Unknown();
    }

    private Set<String> letter(Regex.One one, Set<String> open) {
        long kinds = alphabet.kinds(one.set()) & ~CharKinds.BEYOND_ASCII;
        boolean isLetter = (kinds & ~CharKinds.LETTERS) == 0;
        if (kinds == 0) {
            return Set.of();
        }
        if (isLetter ? Long.bitCount(kinds) > 1 : (kinds & CharKinds.LETTERS) != 0 || open.contains("")) {
            throw new Unknown();
        }
        if (!isLetter) {
            words.addAll(open);
            return Set.of();
        }
        Set<String> longer = new HashSet<>();
        open.forEach(run -> longer.add(run + (char) ('a' + Long.numberOfTrailingZeros(kinds))));
        return longer;
    }
}
