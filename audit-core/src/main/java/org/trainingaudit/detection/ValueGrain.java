package org.trainingaudit.detection;

/**
 * How fine a column's values are in a respect that laws on de-identification name. Says what is there and never how often.
 *
 * @param column its name
 * @param of in which respect
 * @param many whether so many of its values are as fine as that that it's no chance: one of twenty, or one at all of ages
 */
public record ValueGrain(String column, Of of, boolean many) {

    /** What values are. */
    public enum Of {
        /** Dates with a month or a day. */
        DATE,
        /** Running text, in which dates and places may stand that no detector looks for. */
        TEXT,
        /** Ages of 90 and more. */
        AGE_OVER_89,
        /** Postal codes of more than three digits, or of three that name an area of few people. */
        SMALL_AREA,
        /** Nothing but postal codes of three digits that each name an area of many people, or none. */
        LARGE_AREA;

        /** As a file writes it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
