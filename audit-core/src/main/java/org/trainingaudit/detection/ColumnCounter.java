package org.trainingaudit.detection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what is found in a column, row by row, in memory that doesn't grow with the rows.
 *
 * <p>Short values may be remembered with what was found in them; what is counted doesn't depend on that.
 */
final class ColumnCounter {

    /** Confidences are added up in billionths, so that their sum doesn't depend on the order. */
    private static final double BILLION = 1e9;

    private static final ValueKind[] KINDS = ValueKind.values();

    /** The place of each kind's count. */
    private static final Map<ValueKind, Integer> PLACES = new EnumMap<>(ValueKind.class);

    static {
        for (ValueKind kind : KINDS) {
            PLACES.put(kind, PLACES.size());
        }
    }

    private static final long[] NO_FINDS = {};
    private static final int NUMBER_BITS = 16;

    /** So large a share of the values is nearly all of them. */
    private static final double NEARLY_ALL = 0.8;

    /** What one detector has found in the column. */
    static final class Tally {
        private final long rows;
        private final long billionths;

        Tally(long rows, long billionths) {
            this.rows = rows;
            this.billionths = billionths;
        }

        long rows() {
            return rows;
        }

        /** The mean over the rows with a match. */
        double confidence() {
            return billionths / BILLION / rows;
        }

        /** Both together, as if one detector had found both. */
        Tally plus(Tally other) {
            return new Tally(rows + other.rows, billionths + other.billionths);
        }
    }

    /** What there is in one value: the number of a detector in the low bits, its surest find in billionths above. */
    static final class Seen {
        static final Seen NOTHING = new Seen(ValueKind.EMPTY, false, NO_FINDS);

        private final ValueKind kind;
        private final int place;
        private final boolean unread;
        private final long[] finds;

        private Seen(ValueKind kind, boolean unread, long[] finds) {
            this.kind = kind;
            this.place = place(kind);
            this.unread = unread;
            this.finds = finds;
        }

        /** The surest find of each detector. */
        static Seen of(ValueKind kind, boolean unread, List<Match> matches) {
            if (matches.isEmpty()) {
                return new Seen(kind, unread, NO_FINDS);
            }
            long[] finds = new long[matches.size()];
            int count = 0;
            for (int i = 0; i < matches.size(); i++) {
                Match match = matches.get(i);
                long find = (Math.round(match.confidence() * BILLION) << NUMBER_BITS)
                        | match.of().number();
                int same = 0;
                while (same < count && number(finds[same]) != number(find)) {
                    same++;
                }
                finds[same] = same == count ? find : Math.max(finds[same], find);
                count += same == count ? 1 : 0;
            }
            return new Seen(kind, unread, count == finds.length ? finds : Arrays.copyOf(finds, count));
        }

        ValueKind kind() {
            return kind;
        }

        /** Whether the value took too long to be read to its end, so that finds may be missing. */
        boolean isUnread() {
            return unread;
        }
    }

    private final Detectors detectors;
    private final CellReader reader;
    private final HeaderReading header;
    private final BitSet announced;
    private final ValueMemory memory;
    private final long[] rows;
    private final long[] billionths;
    private final long[] kinds = new long[KINDS.length];

    /** One reader may serve all counters of a thread. */
    ColumnCounter(Detectors detectors, CellReader reader, HeaderReading header, ValueMemory memory) {
        this.detectors = detectors;
        this.reader = reader;
        this.header = header;
        this.announced = header.announced(detectors);
        this.memory = memory;
        this.rows = new long[detectors.size()];
        this.billionths = new long[detectors.size()];
    }

    /** Looks at a value and counts it; false if it isn't counted, because it took too long to be read to its end. */
    boolean see(String value) {
        Seen seen = look(value);
        if (seen.isUnread()) {
            return false;
        }
        count(seen);
        return true;
    }

    /** What there is in a value; not counted yet. */
    Seen look(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return look(Arrays.copyOf(bytes, bytes.length + ValueMemory.SLACK), 0, bytes.length);
    }

    /** What there is in a value in UTF-8; not counted yet. Some bytes behind it must be there. */
    Seen look(byte[] bytes, int start, int end) {
        Seen seen = memory.recall(bytes, start, end);
        if (seen == null) {
            seen = read(bytes, start, end);
            memory.keep(seen);
        }
        return seen;
    }

    /** Counts what was seen in a value. */
    void count(Seen seen) {
        kinds[seen.place]++;
        for (long find : seen.finds) {
            int number = (int) (find & ((1 << NUMBER_BITS) - 1));
            rows[number]++;
            billionths[number] += find >>> NUMBER_BITS;
        }
    }

    private Seen read(byte[] bytes, int start, int end) {
        if (start == end) {
            return Seen.NOTHING;
        }
        Folding.fold(bytes, start, end, reader.text());
        if (!memory.isToLearn()) {
            return reader.see(announced);
        }
        DigitTexts alike = memory.alike();
        if (alike == null) {
            Optional<DigitTexts> made = reader.digitTexts(bytes, start, end);
            made.ifPresent(memory::keep);
            alike = made.orElse(null);
        }
        return alike == null ? reader.see(announced) : reader.learn(announced, alike);
    }

    private static int number(long find) {
        return (int) (find & ((1 << NUMBER_BITS) - 1));
    }

    HeaderReading header() {
        return header;
    }

    /** By the detectors' ids. */
    Map<String, Tally> tallies() {
        Map<String, Tally> tallies = new HashMap<>();
        for (String id : detectors.ids()) {
            int number = detectors.known(id).number();
            if (rows[number] > 0) {
                tallies.put(id, new Tally(rows[number], billionths[number]));
            }
        }
        return tallies;
    }

    long rows() {
        return Arrays.stream(kinds).sum();
    }

    private static int place(ValueKind kind) {
        return Objects.requireNonNull(PLACES.get(kind));
    }

    long count(ValueKind kind) {
        return kinds[place(kind)];
    }

    /** Rows that have a number, of whatever kind. */
    long numbers() {
        return count(ValueKind.NUMBER) + measures();
    }

    /** Rows that have an amount or a number of several digits. */
    private long measures() {
        return count(ValueKind.LONG_NUMBER) + count(ValueKind.AMOUNT);
    }

    /** Whether so many values are nearly all there are; false where there are none. */
    boolean areNearlyAll(long values) {
        return values > NEARLY_ALL * filled();
    }

    /** Whether most values are amounts, or numbers of several digits as counts of many are; false where there are none. */
    boolean isOfMeasures() {
        return 2 * measures() > filled();
    }

    /** Whether most values are amounts; false where there are none. */
    boolean isOfAmounts() {
        return 2 * count(ValueKind.AMOUNT) > filled();
    }

    /** Whether nearly all values are flags; false where there are none. */
    boolean isOfFlags() {
        return areNearlyAll(count(ValueKind.FLAG));
    }

    /** Whether nearly all values are too short to hold more than a sign for something; false where there are none. */
    boolean isOfSigns() {
        return areNearlyAll(count(ValueKind.FLAG) + count(ValueKind.NUMBER));
    }

    /** Rows that have a value. */
    long filled() {
        return rows() - count(ValueKind.EMPTY);
    }

    /** All that has been counted. */
    ProfileCounts.Column counts(String name) {
        SortedMap<String, Long> ofKinds = new TreeMap<>();
        for (ValueKind kind : KINDS) {
            if (count(kind) > 0) {
                ofKinds.put(kind.name(), count(kind));
            }
        }
        SortedMap<String, ProfileCounts.Finds> finds = new TreeMap<>();
        tallies().forEach((id, tally) -> finds.put(id, new ProfileCounts.Finds(tally.rows, tally.billionths)));
        return new ProfileCounts.Column(name, ofKinds, finds);
    }

    /** Counts what another counter of the same column has counted. */
    void add(ProfileCounts.Column counts) {
        counts.kinds().forEach((kind, count) -> kinds[place(ValueKind.valueOf(kind))] += count);
        counts.finds().forEach((id, finds) -> {
            int number = detectors.known(id).number();
            rows[number] += finds.rows();
            billionths[number] += finds.billionths();
        });
    }
}
