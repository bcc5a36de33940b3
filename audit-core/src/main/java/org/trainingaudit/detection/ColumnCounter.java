package org.trainingaudit.detection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what is found in a column, row by row, in memory that doesn't grow with the rows.
 *
 * <p>Short values that come again are looked up among the last few; values are forgotten with the counter.
 */
final class ColumnCounter {

    private static final int REMEMBERED = 256;
    private static final int LONGEST_REMEMBERED = 48;

    /** What one detector has found in the column. */
    static final class Tally {
        private long rows;
        private double confidence;

        long rows() {
            return rows;
        }

        /** The mean over the rows with a match. */
        double confidence() {
            return confidence / rows;
        }

        private void add(double rowConfidence) {
            rows++;
            confidence += rowConfidence;
        }

        /** Both together, as if one detector had found both. */
        Tally plus(Tally other) {
            Tally sum = new Tally();
            sum.rows = rows + other.rows;
            sum.confidence = confidence + other.confidence;
            return sum;
        }
    }

    private record Seen(ValueKind kind, Map<String, Double> best) {}

    private final Detectors detectors;
    private final HeaderReading header;
    private final Map<ValueKind, Long> kinds = new EnumMap<>(ValueKind.class);
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Seen> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    ColumnCounter(Detectors detectors, HeaderReading header) {
        this.detectors = detectors;
        this.header = header;
    }

    void see(String value) {
        Seen seen = value.length() > LONGEST_REMEMBERED ? look(value) : remembered.computeIfAbsent(value, this::look);
        kinds.merge(seen.kind, 1L, Long::sum);
        seen.best.forEach((detector, confidence) ->
                tallies.computeIfAbsent(detector, id -> new Tally()).add(confidence));
    }

    private Seen look(String value) {
        FoldedText text = Folding.fold(value);
        ValueKind kind = ValueKind.of(text);
        if (kind == ValueKind.EMPTY) {
            return new Seen(kind, Map.of());
        }
        List<Match> matches = detectors.matches(text, header.announced());
        Map<String, Double> best = new HashMap<>();
        matches.forEach(match -> best.merge(match.detector(), match.confidence(), Math::max));
        return new Seen(kind, best);
    }

    HeaderReading header() {
        return header;
    }

    Map<String, Tally> tallies() {
        return tallies;
    }

    long rows() {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(ValueKind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** Rows that have a value. */
    long filled() {
        return rows() - count(ValueKind.EMPTY);
    }
}
