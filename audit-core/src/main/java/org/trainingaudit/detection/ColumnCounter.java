package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what is found in a column, row by row, in memory that doesn't grow with the rows.
 *
 * <p>Short values are remembered with what was found in them, up to a limit and as long as values come again; they are
 * forgotten with the counter, and what is counted doesn't depend on them.
 */
final class ColumnCounter {

    private static final int MOST_REMEMBERED = 4096;

    /** A full memory has paid if it was asked at least so many times as often as it holds values. */
    private static final double PAYS = 1.25;

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

    private record Find(Tally tally, double confidence) {}

    private record Seen(ValueKind kind, List<Find> finds) {}

    private final Detectors detectors;
    private final HeaderReading header;
    private final Set<String> announced;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<ValueKind, Long> kinds = new EnumMap<>(ValueKind.class);
    private final Map<String, Seen> remembered = new HashMap<>();
    private final int most;
    private boolean remembering;
    private int asked;

    ColumnCounter(Detectors detectors, HeaderReading header) {
        this(detectors, header, MOST_REMEMBERED);
    }

    /** Remembers at most so many values; none with 0. */
    ColumnCounter(Detectors detectors, HeaderReading header, int most) {
        this.detectors = detectors;
        this.header = header;
        this.announced = header.announced();
        this.most = most;
        this.remembering = most > 0;
    }

    void see(String value) {
        Seen seen = remembering && value.length() <= LONGEST_REMEMBERED ? remember(value) : look(value);
        kinds.merge(seen.kind, 1L, Long::sum);
        for (Find find : seen.finds) {
            find.tally.add(find.confidence);
        }
    }

    private Seen remember(String value) {
        asked++;
        Seen known = remembered.get(value);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= most) {
            forget();
        }
        Seen seen = look(value);
        remembered.put(value, seen);
        return seen;
    }

    /** Starts anew where remembering has paid; elsewhere gives it up, for this column. */
    private void forget() {
        remembering = asked >= PAYS * most;
        remembered.clear();
        asked = 0;
    }

    private Seen look(String value) {
        FoldedText text = Folding.fold(value);
        ValueKind kind = ValueKind.of(text);
        if (kind == ValueKind.EMPTY) {
            return new Seen(kind, List.of());
        }
        List<Match> matches = detectors.matches(text, announced);
        if (matches.isEmpty()) {
            return new Seen(kind, List.of());
        }
        Map<String, Double> best = new HashMap<>();
        matches.forEach(match -> best.merge(match.detector(), match.confidence(), Math::max));
        List<Find> finds = new ArrayList<>();
        best.forEach((detector, confidence) ->
                finds.add(new Find(tallies.computeIfAbsent(detector, id -> new Tally()), confidence)));
        return new Seen(kind, finds);
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
