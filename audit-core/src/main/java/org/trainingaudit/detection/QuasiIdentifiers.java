package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Watches the columns of a dataset that are no identifiers by themselves but may be one together. */
final class QuasiIdentifiers {

    private static final Set<String> CATEGORIES =
            Set.of("birth_date", "contact.postal_code", "racial_or_ethnic_origin", "nationality_citizenship");

    /** Fewer are no combination. */
    private static final int FEWEST = 2;

    /** With more nearly every row is unique, which says little. */
    private static final int MOST = 6;

    private final List<Integer> places;
    private final List<String> names;
    private final GroupSample groups = new GroupSample();

    private QuasiIdentifiers(List<Integer> places, List<String> names) {
        this.places = places;
        this.names = names;
    }

    /** Those of a dataset with these columns; none where it has too few of them. */
    static Optional<QuasiIdentifiers> of(List<String> columns, Detectors detectors) {
        List<Integer> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size() && places.size() < MOST; i++) {
            if (isOne(columns.get(i), detectors)) {
                places.add(i);
                names.add(columns.get(i));
            }
        }
        return places.size() < FEWEST ? Optional.empty() : Optional.of(new QuasiIdentifiers(places, names));
    }

    private static boolean isOne(String column, Detectors detectors) {
        return detectors.headerWords().isQuasi(Folding.fold(column).lower())
                || HeaderReading.of(column, detectors).named().entrySet().stream()
                        .filter(entry -> entry.getValue() >= ColumnVote.TOLD_FROM)
                        .map(entry -> detectors.known(entry.getKey()).category())
                        .anyMatch(CATEGORIES::contains);
    }

    /** Counts all rows of a batch. */
    void see(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            groups.see(hash(batch, row));
        }
    }

    private long hash(RowBatch batch, int row) {
        byte[] bytes = batch.bytes();
        long hash = 0;
        for (int place : places) {
            int end = batch.end(row, place);
            int start = batch.start(row, place);
            hash = mixed(hash + (end - start) + 1);
            for (int i = start; i < end; i++) {
                hash = (hash ^ (bytes[i] & 0xFF)) * 0x100000001B3L;
            }
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long one = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        long two = (one ^ (one >>> 27)) * 0x94D049BB133111EBL;
        return two ^ (two >>> 31);
    }

    /** Counts the rows of another part of the same dataset. */
    void add(QuasiIdentifiers part) {
        groups.add(part.groups);
    }

    /** Counts the rows of another part as they were kept. */
    void add(SampledGroups part) {
        groups.add(part);
    }

    /** Their names, in the dataset's order. */
    List<String> names() {
        return names;
    }

    SampledGroups sampledGroups() {
        return groups.sampledGroups();
    }

    Uniqueness uniqueness() {
        return new Uniqueness(
                names, groups.rows(), groups.groups(), groups.aloneRows(), groups.smallest(), groups.isExact());
    }
}
