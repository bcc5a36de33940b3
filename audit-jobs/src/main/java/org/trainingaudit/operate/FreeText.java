package org.trainingaudit.operate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.Span;
import org.trainingaudit.detection.TooComplexException;
import org.trainingaudit.setup.Configuration;

/** What people type and the trail keeps for good: it must not hold personal data. */
@Component
class FreeText {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST = 2000;
    private static final List<String> PERSONAL =
            List.of("contact", "government_id", "payment_card", "financial_account", "health.record_id");

    private final Configuration setup;

    FreeText(Configuration setup) {
        this.setup = setup;
    }

    /** What is wrong with an account's id, if anything is. */
    Optional<String> faultOfAccount(String account) {
        return ACCOUNT.matcher(account).matches()
                ? Optional.empty()
                : Optional.of("an account's id has 1 to 64 of a-z, 0-9, '.', '_' and '-', and is no address");
    }

    /** What is wrong with a reason: a detector finds a person in it, or it is too long; says where, not what. */
    Optional<String> faultOfReason(String reason) {
        if (reason.length() > LONGEST || reason.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(
                    "a reason is one line of at most " + LONGEST + " characters, but this one has " + reason.length());
        }
        try {
            return setup.detectors().find(reason).stream()
                    .filter(this::isPersonal)
                    .findFirst()
                    .map(span -> "the reason seems to hold personal data (" + span.category() + " at character "
                            + (span.start() + 1)
                            + "), and the trail keeps it for good; give a reference instead");
        } catch (TooComplexException e) {
            return Optional.of("the reason can't be looked at for personal data: " + e.getMessage());
        }
    }

    private boolean isPersonal(Span span) {
        return PERSONAL.stream().anyMatch(kind -> setup.taxonomy().isUnder(span.category(), kind));
    }
}
