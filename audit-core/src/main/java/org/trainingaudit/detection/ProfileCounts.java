package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been counted in a part of a dataset: enough to go on counting, and never a value. Parts can be added up in any
 * order, kept as JSON, and counted by different machines.
 *
 * @param rows rows read
 * @param rejected rows that could not be read
 * @param unread rows of which a value took too long to be read to its end
 * @param columns all columns in the file's order
 */
public record ProfileCounts(long rows, long rejected, long unread, List<Column> columns) {

    /**
     * A column.
     *
     * @param kinds how many values there are of each kind
     * @param finds what was found, by the detectors' ids
     */
    public record Column(String name, SortedMap<String, Long> kinds, SortedMap<String, Finds> finds) {
        public Column {
            kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
            finds = Collections.unmodifiableSortedMap(new TreeMap<>(finds));
        }

        Column plus(Column other) {
            if (!name.equals(other.name)) {
                throw new IllegalArgumentException("parts of different datasets: column '" + name + "' and column '"
                        + other.name + "' at the same place");
            }
            SortedMap<String, Long> allKinds = new TreeMap<>(kinds);
            other.kinds.forEach((kind, count) -> allKinds.merge(kind, count, Long::sum));
            SortedMap<String, Finds> allFinds = new TreeMap<>(finds);
            other.finds.forEach((id, found) -> allFinds.merge(id, found, Finds::plus));
            return new Column(name, allKinds, allFinds);
        }
    }

    /**
     * The finds of one detector.
     *
     * @param rows rows with one
     * @param billionths the surest find of each such row, added up; 1,000,000,000 for certainty
     */
    public record Finds(long rows, long billionths) {
        Finds plus(Finds other) {
            return new Finds(rows + other.rows, billionths + other.billionths);
        }
    }

    public ProfileCounts {
        columns = List.copyOf(columns);
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if they don't have the same columns
     */
    public ProfileCounts plus(ProfileCounts other) {
        if (columns.size() != other.columns.size()) {
            throw new IllegalArgumentException(
                    "parts of different datasets: " + columns.size() + " columns and " + other.columns.size());
        }
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            all.add(columns.get(i).plus(other.columns.get(i)));
        }
        return new ProfileCounts(rows + other.rows, rejected + other.rejected, unread + other.unread, all);
    }
}
