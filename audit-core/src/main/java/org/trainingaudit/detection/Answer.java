package org.trainingaudit.detection;

import java.util.List;

/**
 * What is known of the texts that answer all questions alike.
 *
 * @param kind what they look like
 * @param finds what was found in them; they may overlap
 * @param matches the same without overlaps
 * @param need what else has to be looked for in each of them
 * @param seen the matches as they are counted
 */
record Answer(ValueKind kind, List<Match> finds, List<Match> matches, Need need, ColumnCounter.Seen seen) {

    /** What else has to be looked for. */
    enum Need {
        /** Nothing: whatever else there is, the matches stand. */
        NOTHING,
        /** Labels: if there is none the matches stand. */
        LABELS,
        /** Words, and what needs code. */
        ALL
    }
}
