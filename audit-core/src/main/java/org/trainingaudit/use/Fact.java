package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One typed statement on a use, with where it came from.
 *
 * @param name its name in the catalogue; a map's member is a fact of its own, {@code legalBasis.eu}
 * @param value what is stated
 * @param origin who or what says so: {@code register:FILE:LINE}, {@code scan}, {@code reconcile}, {@code input}
 * @param since the day from which it was true, where that is known
 * @param recorded the day on which it was recorded, where that is known
 * @param until the last day on which it counts, where it has one
 * @param attestation who vouches for it, where somebody does
 */
public record Fact(
        String name,
        FactValue value,
        String origin,
        Optional<LocalDate> since,
        Optional<LocalDate> recorded,
        Optional<LocalDate> until,
        Optional<Attestation> attestation) {

    /** A fact that nobody vouches for. */
    public Fact(
            String name,
            FactValue value,
            String origin,
            Optional<LocalDate> since,
            Optional<LocalDate> recorded,
            Optional<LocalDate> until) {
        this(name, value, origin, since, recorded, until, Optional.empty());
    }

    /** A fact without dates. */
    public static Fact of(String name, FactValue value, String origin) {
        return new Fact(name, value, origin, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, recorded on that day. */
    public Fact recordedOn(LocalDate day) {
        return new Fact(name, value, origin, since, Optional.of(day), until, attestation);
    }

    /** The same, vouched for. */
    public Fact attested(Attestation by) {
        return new Fact(name, value, origin, since, recorded, until, Optional.of(by));
    }

    /** Who vouches for it and until when, in words; empty where nobody does. */
    Optional<String> voucher() {
        return attestation.map(it ->
                "attested by " + it.by() + until.map(day -> " until " + day).orElse(""));
    }
}
