package org.trainingaudit.detection;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trainingaudit.dataset.DeclaredKey;

/**
 * The groups of rows that share the values of a declared key, as they can be kept while a dataset is being read; like {@link
 * SampledGroups} it holds hashes, and is kept where nobody else reads.
 *
 * @param absent columns of the key that the dataset doesn't have; where there is one, nothing is counted
 * @param rows rows that were counted
 * @param bound groups from this hash on aren't here, since there was no room
 * @param byHash the groups
 */
public record KeyedGroups(List<String> absent, long rows, long bound, SortedMap<Long, Group> byHash) {

    /**
     * One group.
     *
     * @param rows rows in it
     * @param values of each sensitive column, in the key's order
     */
    public record Group(long rows, List<Values> values) {
        public Group {
            values = List.copyOf(values);
        }
    }

    /**
     * The values of a sensitive column in a group.
     *
     * @param rowsByHash those with the smallest hashes, each with all its rows
     * @param filled rows with a value
     * @param more whether there are other values besides
     */
    public record Values(SortedMap<Long, Long> rowsByHash, long filled, boolean more) {
        public Values {
            rowsByHash = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByHash));
        }
    }

    public KeyedGroups {
        absent = List.copyOf(absent);
        byHash = Collections.unmodifiableSortedMap(new TreeMap<>(byHash));
    }

    /** Of two parts of one dataset. */
    public KeyedGroups plus(KeyedGroups other) {
        GroupCounter sum = new GroupCounter();
        sum.add(this);
        sum.add(other);
        return sum.groups(absent);
    }

    /** What they say of the key. */
    public Anonymity anonymity(DeclaredKey key) {
        return AnonymityOf.groups(this, key);
    }
}
