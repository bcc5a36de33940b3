package org.trainingaudit.detection;

import java.util.List;

/**
 * A dataset with what was found in its columns.
 *
 * @param rows rows read
 * @param rejected rows that could not be read, and on which nothing is said
 * @param columns all columns in the file's order
 */
public record DatasetProfile(long rows, long rejected, List<ColumnProfile> columns) {
    public DatasetProfile {
        columns = List.copyOf(columns);
    }
}
