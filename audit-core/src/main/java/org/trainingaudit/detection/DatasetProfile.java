package org.trainingaudit.detection;

import java.util.List;
import java.util.Optional;

/**
 * A dataset with what was found in its columns.
 *
 * @param rows rows read
 * @param rejected rows that could not be read, and on which nothing is said
 * @param columns all columns in the file's order
 * @param uniqueness how far columns together single rows out; none where the dataset has no such columns
 * @param uncounted such columns where nobody wanted that to be counted
 */
public record DatasetProfile(
        long rows,
        long rejected,
        List<ColumnProfile> columns,
        Optional<Uniqueness> uniqueness,
        List<String> uncounted) {
    public DatasetProfile {
        columns = List.copyOf(columns);
        uncounted = List.copyOf(uncounted);
    }
}
