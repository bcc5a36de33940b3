package org.trainingaudit.operate;

import java.util.List;
import java.util.regex.Pattern;
import org.trainingaudit.detection.Span;
import org.trainingaudit.detection.TooComplexException;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.setup.Configuration;

/** What people type and the trail keeps for good: it must not hold personal data. */
final class FreeText {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST = 2000;
    private static final List<String> PERSONAL =
            List.of("contact", "government_id", "payment_card", "financial_account", "health.record_id");

    private final Configuration setup;

    FreeText(Configuration setup) {
        this.setup = setup;
    }

    /** Refuses what isn't an account's id. */
    void checkAccount(String account) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new WaiverRefused("an account's id has 1 to 64 of a-z, 0-9, '.', '_' and '-', and is no address");
        }
    }

    /** Refuses a reason in which a detector finds a person, and one that is too long; says where, not what. */
    void checkReason(String reason) {
        if (reason.length() > LONGEST || reason.chars().anyMatch(Character::isISOControl)) {
            throw new WaiverRefused(
                    "a reason is one line of at most " + LONGEST + " characters, but this one has " + reason.length());
        }
        finds(reason).stream()
                .filter(span ->
                        PERSONAL.stream().anyMatch(kind -> setup.taxonomy().isUnder(span.category(), kind)))
                .findFirst()
                .ifPresent(span -> {
                    throw new WaiverRefused("the reason seems to hold personal data (" + span.category()
                            + " at character " + (span.start() + 1)
                            + "), and the trail keeps it for good; give a reference instead");
                });
    }

    private List<Span> finds(String reason) {
        try {
            return setup.detectors().find(reason);
        } catch (TooComplexException e) {
            throw new WaiverRefused("the reason can't be looked at for personal data: " + e.getMessage());
        }
    }
}
