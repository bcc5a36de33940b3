package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who publishes a law's text, and under which names.
 *
 * @param system the publisher's system, such as {@code e-gov}
 * @param lawId the law's id there
 * @param amendedBy the id of the amending law, where the regime is an amendment
 * @param promulgated the day on which the amending law was promulgated
 */
public record Authority(
        String system, Optional<String> lawId, Optional<String> amendedBy, Optional<LocalDate> promulgated) {

    /** The e-Gov law search of Japan's Digital Agency. */
    public static final String E_GOV = "e-gov";

    /** Whether this is that law as e-Gov names it. */
    boolean isOnEGov(String law) {
        return system.equals(E_GOV) && lawId.equals(Optional.of(law));
    }
}
