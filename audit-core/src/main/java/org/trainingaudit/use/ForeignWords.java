package org.trainingaudit.use;

import java.util.Map;
import java.util.Set;

/** What other scanners' words mean here. */
final class ForeignWords {

    private static final Set<String> GOVERNMENT = Set.of("government_id");
    private static final Set<String> NAME = Set.of("contact.name");

    private static final Map<String, Set<String>> PRESIDIO = Map.ofEntries(
            Map.entry("PERSON", NAME),
            Map.entry("EMAIL_ADDRESS", Set.of("contact.email")),
            Map.entry("PHONE_NUMBER", Set.of("contact.phone")),
            Map.entry("LOCATION", Set.of("contact.address")),
            Map.entry("CREDIT_CARD", Set.of("payment_card")),
            Map.entry("IBAN_CODE", Set.of("financial_account")),
            Map.entry("US_BANK_NUMBER", Set.of("financial_account")),
            Map.entry("CRYPTO", Set.of("financial_account")),
            Map.entry("IP_ADDRESS", Set.of("device_or_online_id.ip")),
            Map.entry("MAC_ADDRESS", Set.of("device_or_online_id.device")),
            Map.entry("URL", Set.of("device_or_online_id.url")),
            Map.entry("NRP", Set.of("nationality_citizenship", "religious_belief", "political_opinion")),
            Map.entry("MEDICAL_LICENSE", GOVERNMENT),
            Map.entry("US_SSN", GOVERNMENT),
            Map.entry("US_ITIN", GOVERNMENT),
            Map.entry("US_PASSPORT", GOVERNMENT),
            Map.entry("US_DRIVER_LICENSE", GOVERNMENT),
            Map.entry("UK_NINO", GOVERNMENT),
            Map.entry("UK_NHS", Set.of("health.record_id")),
            Map.entry("AU_MEDICARE", Set.of("health.record_id")),
            Map.entry("AU_TFN", GOVERNMENT),
            Map.entry("ES_NIF", GOVERNMENT),
            Map.entry("ES_NIE", GOVERNMENT),
            Map.entry("IT_FISCAL_CODE", GOVERNMENT),
            Map.entry("IT_IDENTITY_CARD", GOVERNMENT),
            Map.entry("IT_PASSPORT", GOVERNMENT),
            Map.entry("IT_DRIVER_LICENSE", GOVERNMENT),
            Map.entry("PL_PESEL", GOVERNMENT),
            Map.entry("SG_NRIC_FIN", GOVERNMENT),
            Map.entry("IN_AADHAAR", GOVERNMENT),
            Map.entry("IN_PAN", GOVERNMENT),
            Map.entry("IN_PASSPORT", GOVERNMENT),
            Map.entry("KR_RRN", GOVERNMENT),
            Map.entry("FI_PERSONAL_IDENTITY_CODE", GOVERNMENT));

    private static final Map<String, Set<String>> PDSCAN = Map.ofEntries(
            Map.entry("surname", NAME),
            Map.entry("email", Set.of("contact.email")),
            Map.entry("phone", Set.of("contact.phone")),
            Map.entry("street", Set.of("contact.address")),
            Map.entry("postal_code", Set.of("contact.postal_code")),
            Map.entry("date_of_birth", Set.of("birth_date")),
            Map.entry("location", Set.of("precise_location")),
            Map.entry("ip", Set.of("device_or_online_id.ip")),
            Map.entry("mac", Set.of("device_or_online_id.device")),
            Map.entry("credit_card", Set.of("payment_card")),
            Map.entry("ssn", GOVERNMENT),
            Map.entry("oauth_token", Set.of("account_credentials")));

    private ForeignWords() {}

    /** The categories of a word; none where it is unknown. */
    static Set<String> categories(ScanResultFile.Tool tool, String word) {
        return switch (tool) {
            case PRESIDIO -> PRESIDIO.getOrDefault(word, Set.of());
            case PDSCAN -> PDSCAN.getOrDefault(word, Set.of());
            case CSV -> Set.of();
        };
    }

    /** Whether the word means something that is in no category, such as any point in time. */
    static boolean isHarmless(ScanResultFile.Tool tool, String word) {
        return tool == ScanResultFile.Tool.PRESIDIO
                && Set.of("DATE_TIME", "NON_PII", "ORGANIZATION").contains(word);
    }
}
