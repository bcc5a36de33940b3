package org.trainingaudit.detection;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A shape that a detector with code brings itself, before it is known which detector that is.
 *
 * @param digits how many digits a match that counts has at least, no letter of ASCII among so many of them
 * @param stopped whether a word right before that makes it a number of another kind takes its worth away
 */
record OwnShape(Pattern pattern, Predicate<String> check, int digits, boolean stopped, double alone, double labelled) {

    /** For detectors that are nothing but their shapes; the version is raised with them. */
    static Finder finder(int version) {
        return new Finder() {
            @Override
            public int version() {
                return version;
            }

            @Override
            public void find(Cell cell, Teller teller) {
                throw new IllegalStateException("its shapes do the finding");
            }
        };
    }

    Shape of(Known detector, Alphabet alphabet) {
        return new Shape(
                detector,
                new TextPattern(pattern, alphabet, digits),
                false,
                check,
                "",
                digits,
                stopped,
                alone,
                alone,
                labelled);
    }
}
