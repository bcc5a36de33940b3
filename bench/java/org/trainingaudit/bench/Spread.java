package org.trainingaudit.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The rounds' figures in short.
 *
 * @param median the middle one (of an even number, the mean of the two in the middle)
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {

    /** The spread of at least one figure. */
    public static Spread of(double... figures) {
        if (figures.length == 0) throw new IllegalArgumentException("a spread needs a figure; found none");
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** {@code median [min..max]}, with as many digits as a reader can use. */
    public String text() {
        return "%s [%s..%s]".formatted(figure(median), figure(min), figure(max));
    }

    static String figure(double value) {
        if (value >= 1000) return String.format(Locale.ROOT, "%,.0f", value);
        if (value >= 10) return String.format(Locale.ROOT, "%.1f", value);
        return String.format(Locale.ROOT, value >= 1 ? "%.2f" : "%.3f", value);
    }
}
