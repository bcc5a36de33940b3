package org.trainingaudit.use;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * Which categories can't be in a dataset whose identifiability is what it is claimed to be.
 *
 * <p>Only what points at one person by itself refutes a claim. {@code synthetic} is refuted by nothing that a scan sees,
 * since invented people have names too; {@code identified} claims nothing.
 */
final class Deidentification {

    private static final List<String> DIRECT = List.of(
            "contact.name",
            "contact.email",
            "contact.phone",
            "contact.fax",
            "contact.address",
            "government_id",
            "health.record_id",
            "financial_account",
            "payment_card",
            "account_credentials",
            "biometric.face",
            "biometric.fingerprint",
            "biometric.iris_retina",
            "biometric.voiceprint",
            "biometric.other",
            "image.face_photo");

    /** A row that carries one of these belongs to one person or device. */
    private static final List<String> SINGLES_OUT = join(DIRECT, "device_or_online_id");

    /** 45 CFR 164.514(b)(2) also names dates and places. */
    private static final List<String> SAFE_HARBOR =
            join(SINGLES_OUT, "birth_date", "contact.postal_code", "precise_location");

    private static final Map<String, List<String>> EXCLUDED = Map.of(
            "anonymous", SINGLES_OUT,
            "aggregate", SINGLES_OUT,
            "jp-anonymised-info", SINGLES_OUT,
            "pseudonymised", DIRECT,
            "jp-pseudonymised-info", DIRECT,
            "deidentified-us", DIRECT,
            "hipaa-safe-harbor", SAFE_HARBOR,
            "hipaa-expert", DIRECT,
            "hipaa-limited-data-set", SINGLES_OUT);

    private final Taxonomy taxonomy;

    Deidentification(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** Whether a scan could refute the claim. */
    static boolean canBeRefuted(String claim) {
        return EXCLUDED.containsKey(claim);
    }

    /** Those of the categories that the claim excludes, sorted. */
    List<String> refuting(String claim, Collection<String> found) {
        List<String> excluded = Optional.ofNullable(EXCLUDED.get(claim)).orElse(List.of());
        return found.stream()
                .filter(category -> excluded.stream().anyMatch(other -> isOrIsUnder(category, other)))
                .sorted()
                .toList();
    }

    private boolean isOrIsUnder(String category, String other) {
        return category.equals(other) || taxonomy.isUnder(category, other);
    }

    private static List<String> join(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
