package org.trainingaudit.detection;

import java.util.Set;

/**
 * Words of belief and origin in names of organisations and hosts: a Baptist College or catholic.example tells of no person
 * what they believe.
 */
final class OrganisationNames {

    private static final Set<String> CATEGORIES =
            Set.of("religious_belief", "philosophical_belief", "racial_or_ethnic_origin", "political_opinion");

    private static final Set<String> WORDS = Set.of(
            "college",
            "colleges",
            "university",
            "universities",
            "seminary",
            "school",
            "schools",
            "institute",
            "academy",
            "union",
            "hospital",
            "museum",
            "press",
            "foundation",
            "conference",
            "theological",
            "theology");

    /** So many words after the term an organisation's kind is still part of its name. */
    private static final int NEAR = 2;

    private static final int LONGEST_WORD = 14;

    private OrganisationNames() {}

    static boolean mayName(String category) {
        return CATEGORIES.contains(category);
    }

    /** Whether the term stands in such a name. */
    static boolean isIn(FoldedText text, int start, int end) {
        return isInHost(text, start, end) || (Character.isUpperCase(text.at(start)) && isBeforeKind(text, end));
    }

    /** Dots or slashes without a space on both sides. */
    private static boolean isInHost(FoldedText text, int start, int end) {
        return start > 0
                && end + 1 < text.length()
                && (text.at(start - 1) == '.' || text.at(start - 1) == '/')
                && text.at(end) == '.'
                && Words.isLatinOrDigit(text.lowerAt(end + 1));
    }

    private static boolean isBeforeKind(FoldedText text, int end) {
        int from = end;
        for (int words = 0; words < NEAR; words++) {
            if (from + 1 >= text.length() || text.at(from) != ' ' || !Character.isUpperCase(text.at(from + 1))) {
                return false;
            }
            int to = from + 1;
            while (to < text.length() && to - from <= LONGEST_WORD && Words.isLatinOrDigit(text.lowerAt(to))) {
                to++;
            }
            if (WORDS.contains(text.lower(from + 1, to))) {
                return true;
            }
            from = to;
        }
        return false;
    }
}
