package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.detection.ValueGrain.Of;

/**
 * Looks at the values of columns that by their names hold ages or postal codes, and of no others: whether an age is over 89, and
 * whether a code is one of the first three digits of a ZIP code alone.
 */
final class GrainColumns {

    private static final int OLDEST_TOLD = 89;
    private static final int OLDEST = 130;
    private static final int PREFIX = 3;
    /** One value of so many is no chance. */
    private static final int ONE_OF = 20;

    /**
     * What was counted of a column.
     *
     * @param area whether it's one of postal codes, else of ages
     * @param fine values that are fine
     * @param filled values
     */
    record Counts(boolean area, long fine, long filled) {
        Counts plus(Counts other) {
            return new Counts(area, fine + other.fine, filled + other.filled);
        }
    }

    private final HeaderWords words;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<Boolean> areas = new ArrayList<>();
    private long[] fine = {};
    private long[] filled = {};

    GrainColumns(HeaderWords words) {
        this.words = words;
    }

    void columns(List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            String name = Folding.fold(columns.get(i)).lower();
            boolean area = words.isArea(name);
            if (area || words.isAge(name)) {
                names.add(columns.get(i));
                places.add(i);
                areas.add(area);
            }
        }
        fine = new long[names.size()];
        filled = new long[names.size()];
    }

    void row(Row row) {
        for (int i = 0; i < fine.length; i++) {
            String value = plain(row.text(places.get(i)));
            if (!value.isEmpty()) {
                filled[i]++;
                fine[i] += (areas.get(i) ? isSmallArea(value) : isOverOldest(value)) ? 1 : 0;
            }
        }
    }

    /** Most values are ASCII, and folding those does no more than lower their case. */
    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return Folding.fold(text).lower().strip();
            }
        }
        return text.strip();
    }

    /** A number of years, as it stands or before a word such as "years" or 歳. */
    private static boolean isOverOldest(String value) {
        int end = 0;
        while (end < value.length() && end < PREFIX && Character.isDigit(value.charAt(end))) {
            end++;
        }
        int years = end == 0 ? 0 : Integer.parseInt(value.substring(0, end));
        return years > OLDEST_TOLD && years < OLDEST;
    }

    /** Anything but three digits alone, or with signs for what was taken off. */
    private boolean isSmallArea(String value) {
        int end = value.length();
        while (end > 0 && "*xX#-".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean prefix = end == PREFIX && value.chars().limit(end).allMatch(c -> c >= '0' && c <= '9');
        return !prefix || words.is(WordKind.SMALL_AREAS, value.substring(0, end));
    }

    SortedMap<String, Counts> counts() {
        SortedMap<String, Counts> counts = new TreeMap<>();
        for (int i = 0; i < fine.length; i++) {
            counts.put(names.get(i), new Counts(areas.get(i), fine[i], filled[i]));
        }
        return Collections.unmodifiableSortedMap(counts);
    }

    /** What they and the kinds of all values say of a dataset, in the order of its columns. */
    static List<ValueGrain> of(SortedMap<String, Counts> looked, ProfileCounts counts) {
        List<ValueGrain> grains = new ArrayList<>();
        for (ProfileCounts.Column column : counts.columns()) {
            kind(column, ValueKind.DATE, Of.DATE, grains);
            kind(column, ValueKind.TEXT, Of.TEXT, grains);
            Counts own = looked.get(column.name());
            if (own != null) {
                own(column.name(), own, grains);
            }
        }
        return List.copyOf(grains);
    }

    private static void kind(ProfileCounts.Column column, ValueKind kind, Of of, List<ValueGrain> grains) {
        long found = column.kinds().getOrDefault(kind.name(), 0L);
        long empty = column.kinds().getOrDefault(ValueKind.EMPTY.name(), 0L);
        long all = column.kinds().values().stream().mapToLong(Long::longValue).sum() - empty;
        if (found > 0) {
            grains.add(new ValueGrain(column.name(), of, found * ONE_OF >= all));
        }
    }

    private static void own(String column, Counts own, List<ValueGrain> grains) {
        if (!own.area() && own.fine() > 0) {
            grains.add(new ValueGrain(column, Of.AGE_OVER_89, true));
        } else if (own.area() && own.fine() > 0) {
            grains.add(new ValueGrain(column, Of.SMALL_AREA, own.fine() * ONE_OF >= own.filled()));
        } else if (own.area()) {
            grains.add(new ValueGrain(column, Of.LARGE_AREA, true));
        }
    }
}
