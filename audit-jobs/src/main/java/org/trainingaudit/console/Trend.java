package org.trainingaudit.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trainingaudit.view.NightList;

/**
 * Violations over the last nights, as a line. Its scale begins at zero.
 *
 * @param points the nights, the oldest first
 * @param line the points of the line in a field of 590 by 120 that begins at 44, 8
 * @param most the scale's end
 */
record Trend(List<NightList.Point> points, String line, long most) {

    private static final double LEFT = 44;
    private static final double WIDTH = 590;
    private static final double TOP = 8;
    private static final double HEIGHT = 120;

    static Trend of(List<NightList.Point> points) {
        long most = Math.max(
                1, points.stream().mapToLong(NightList.Point::violations).max().orElse(1));
        String line = IntStream.range(0, points.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + (points.size() == 1 ? WIDTH : WIDTH * i / (points.size() - 1)),
                        TOP + HEIGHT - HEIGHT * points.get(i).violations() / most))
                .collect(Collectors.joining(" "));
        return new Trend(List.copyOf(points), line, most);
    }

    /** Whether there is enough of it for a line. */
    public boolean isDrawn() {
        return points.size() > 1;
    }

    public NightList.Point last() {
        return points.get(points.size() - 1);
    }

    /** Where the line ends, from the top. */
    public String end() {
        return String.format(Locale.ROOT, "%.1f", TOP + HEIGHT - HEIGHT * last().violations() / most);
    }
}
