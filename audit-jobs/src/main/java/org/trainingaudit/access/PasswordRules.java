package org.trainingaudit.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be, after OWASP ASVS 5.0 section 6.2: long, not well-known, and with no rules of composition. */
final class PasswordRules {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int KINDS = 5;

    /** Stems that guessers try first; a password that is little more than one of them is refused. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "password",
            "passw0rd",
            "changeme",
            "qwerty",
            "qwertyuiop",
            "letmein",
            "welcome",
            "administrator",
            "admin",
            "trainingaudit",
            "training-audit",
            "{noop}",
            "1234567890",
            "iloveyou",
            "secret");

    private PasswordRules() {}

    /** Why it can't be taken, if it can't; never repeats it. */
    static Optional<String> fault(String name, String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("the password has " + password.length() + " characters; expected at least " + SHORTEST);
        }
        if (password.length() > LONGEST) {
            return Optional.of("the password has more than " + LONGEST + " characters");
        }
        String folded = password.toLowerCase(Locale.ROOT);
        if (folded.chars().distinct().count() < KINDS) {
            return Optional.of("the password repeats fewer than " + KINDS + " different characters");
        }
        boolean wellKnown = WELL_KNOWN.stream().anyMatch(stem -> isLittleMore(folded, stem));
        if (wellKnown || isLittleMore(folded, name.toLowerCase(Locale.ROOT))) {
            return Optional.of("the password is a well-known one, or the account's name, with little added");
        }
        return Optional.empty();
    }

    private static boolean isLittleMore(String password, String stem) {
        return password.replace(stem, "").length() < SHORTEST / 2 && password.contains(stem);
    }
}
