package org.trainingaudit.detection;

import java.util.Set;

/** Categories of which already a flag or a count says too much. */
final class Special {

    private static final Set<String> ROOTS = Set.of(
            "racial_or_ethnic_origin",
            "nationality_citizenship",
            "immigration_status",
            "social_status",
            "religious_belief",
            "philosophical_belief",
            "political_opinion",
            "trade_union_membership",
            "health",
            "genetic",
            "omics",
            "biometric",
            "neural",
            "emotion",
            "sex_life",
            "sexual_orientation",
            "gender_identity",
            "criminal");

    /** Of which things happen to somebody again and again, so that tables number them. */
    private static final Set<String> EVENTS = Set.of("health", "genetic", "criminal");

    /** Of which one is hardly asked or kept alone: what somebody is, believes and has done. */
    private static final Set<String> OF_LIFE = Set.of(
            "racial_or_ethnic_origin",
            "religious_belief",
            "political_opinion",
            "trade_union_membership",
            "sexual_orientation",
            "criminal");

    private static final String POLITICS = "political_opinion";
    private static final String ORIGIN = "racial_or_ethnic_origin";

    private Special() {}

    /** Whether one speaks for the other where both are first parts of categories; beside a party a race is run for a seat. */
    static boolean isAkin(String root, String other) {
        boolean run = root.equals(POLITICS) && other.equals(ORIGIN);
        return root.equals(other) || (OF_LIFE.contains(root) && OF_LIFE.contains(other) && !run);
    }

    /** Whether it's something that one belongs to, so that a flag under its name says all. */
    static boolean isOfBelonging(String category) {
        return OF_LIFE.contains(root(category)) && !EVENTS.contains(root(category));
    }

    /** Whether {@code ..._id} behind a word of the category numbers events and says nothing of the person. */
    static boolean isOfEvents(String category) {
        return EVENTS.contains(root(category)) && !category.equals("health.record_id");
    }

    /** The first part of a category's key. */
    static String root(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? category : category.substring(0, dot);
    }

    static boolean is(String category) {
        return ROOTS.contains(root(category));
    }
}
