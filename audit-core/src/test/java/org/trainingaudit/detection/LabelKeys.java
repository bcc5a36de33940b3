package org.trainingaudit.detection;

import java.util.Set;

/** Brings the keys of labelled data and our categories to one form, so that they can be compared. */
final class LabelKeys {

    /** Labels that are compared to their last part. */
    private static final Set<String> WHOLE = Set.of("contact.email", "contact.phone", "contact.address");

    /** What tells a device, a browser or a vehicle apart. */
    private static final String DEVICE = "device_id";

    private LabelKeys() {}

    /** A label's key as it is compared. */
    static String ofLabel(String label) {
        String root = label.split("\\.", 2)[0];
        return switch (root) {
            case "person" -> label;
            case "payment_card" -> "financial_account";
            case "financial" -> "financial_profile";
            case "device_or_online_id" -> DEVICE;
            case "account_credentials" -> "credentials";
            case "disability" -> "health";
            case "religion_or_belief" -> "religious_belief";
            default -> WHOLE.contains(label) ? label : root;
        };
    }

    /** A category of ours in the words of the labels. */
    static String ofCategory(String category) {
        return switch (category) {
            case "contact.name" -> "person.name";
            case "birth_date" -> "person.birth_date";
            case "device_or_online_id.ip" -> "ip_address";
            case "device_or_online_id.device", "device_or_online_id.advertising", "device_or_online_id.vehicle" ->
                DEVICE;
            case "account_credentials" -> "credentials";
            case "payment_card" -> "financial_account";
            case "contact.postal_code" -> "contact.address";
            case "contact.email", "contact.phone", "contact.address", "contact.fax" -> category;
            default -> category.split("\\.", 2)[0];
        };
    }
}
