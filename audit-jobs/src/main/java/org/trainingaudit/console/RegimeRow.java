package org.trainingaudit.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.trainingaudit.view.NightList;

/** Verdicts of one regime, with the bar that says the same. */
record RegimeRow(String regime, long violation, long review, long notYet, long compliant, OptionalLong change) {

    private static final double SMALLEST = 1.2;

    /** A part of a bar: its class, where it begins and how wide it is, in hundredths of the whole. */
    record Part(String kind, String x, String width) {}

    static RegimeRow of(List<NightList.Count> counts) {
        return new RegimeRow(
                counts.get(0).regime(),
                sum(counts, "violation"),
                sum(counts, "needs-review"),
                sum(counts, "not-yet-applicable"),
                sum(counts, "compliant"),
                OptionalLong.empty());
    }

    static RegimeRow total(List<RegimeRow> rows) {
        return new RegimeRow(
                "",
                rows.stream().mapToLong(RegimeRow::violation).sum(),
                rows.stream().mapToLong(RegimeRow::review).sum(),
                rows.stream().mapToLong(RegimeRow::notYet).sum(),
                rows.stream().mapToLong(RegimeRow::compliant).sum(),
                rows.stream().anyMatch(row -> row.change.isPresent())
                        ? OptionalLong.of(rows.stream()
                                .mapToLong(row -> row.change.orElse(0))
                                .sum())
                        : OptionalLong.empty());
    }

    private static long sum(List<NightList.Count> counts, String verdict) {
        return counts.stream()
                .filter(count -> count.verdict().equals(verdict))
                .mapToLong(NightList.Count::uses)
                .sum();
    }

    RegimeRow since(Map<String, RegimeRow> before) {
        OptionalLong change = before.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(violation - (before.containsKey(regime) ? before.get(regime).violation : 0));
        return new RegimeRow(regime, violation, review, notYet, compliant, change);
    }

    public long governed() {
        return violation + review + notYet + compliant;
    }

    /** Parts above zero are wide enough to be seen. */
    public List<Part> parts() {
        long[] counts = {violation, review, notYet, compliant};
        String[] kinds = {"violation", "needs-review", "not-yet-applicable", "compliant"};
        double[] widths = new double[counts.length];
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            widths[i] = counts[i] == 0 ? 0 : Math.max(SMALLEST, counts[i] * 100.0 / Math.max(1, governed()));
            all += widths[i];
        }
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < counts.length; i++) {
            double width = all == 0 ? 0 : widths[i] * 100 / all;
            if (width > 0) {
                parts.add(new Part("f-" + kinds[i], number(x), number(width)));
            }
            x += width;
        }
        return parts;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
