package org.trainingaudit.report;

/** Numbers of people in bands, so that a report never says how many exactly: {@code under 10}, {@code 200000-299999}. */
final class Bands {

    /** A count of people below this could point at one of them. */
    static final int THRESHOLD = 10;

    private Bands() {}

    /** The band of a count: its first digit, the rest unknown; empty for what isn't a count. */
    static String of(String count) {
        return count.matches("\\d{1,18}") ? of(Long.parseLong(count)) : "";
    }

    static String of(long count) {
        if (count == 0) {
            return "0";
        }
        if (count < THRESHOLD) {
            return "under " + THRESHOLD;
        }
        long unit = 1;
        while (count / unit >= 10) {
            unit *= 10;
        }
        long from = count / unit * unit;
        return from + "-" + (from + unit - 1);
    }

    /** An age as a band: {@code under 13}, {@code 13-15}, {@code 16-17}, {@code 18 or over}; empty for what is no age. */
    static String ofAge(String age) {
        if (!age.matches("\\d{1,3}")) {
            return "";
        }
        int years = Integer.parseInt(age);
        if (years < 13) {
            return "under 13";
        }
        if (years < 16) {
            return "13-15";
        }
        return years < 18 ? "16-17" : "18 or over";
    }
}
