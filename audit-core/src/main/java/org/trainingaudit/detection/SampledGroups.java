package org.trainingaudit.detection;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A {@link GroupSample} that can be kept while a dataset is being read. Whoever keeps it keeps it where nobody else reads, and
 * not longer: its hashes could be turned back into values by trying all.
 *
 * @param rows rows that were counted
 * @param bound groups from this hash on aren't in the sample
 * @param rowsByHash the rows of each group in the sample
 */
public record SampledGroups(long rows, long bound, SortedMap<Long, Long> rowsByHash) {
    public SampledGroups {
        rowsByHash = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByHash));
    }
}
