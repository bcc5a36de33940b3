package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who vouches for a fact, and on what. The last day on which it counts is the fact's {@link Fact#until()}; an attested
 * fact always has one.
 *
 * @param by the account that vouches
 * @param evidence a reference to what shows it: a ticket, a contract, a test report; never the thing itself
 * @param withdrawn the day on which it was taken back, where it was
 */
public record Attestation(String by, String evidence, Optional<LocalDate> withdrawn) {

    /** One that stands. */
    public static Attestation of(String by, String evidence) {
        return new Attestation(by, evidence, Optional.empty());
    }
}
