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

    private Special() {}

    static boolean is(String category) {
        int dot = category.indexOf('.');
        return ROOTS.contains(dot < 0 ? category : category.substring(0, dot));
    }
}
