package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * Classifies the columns of a dataset from all its rows. Memory is bounded by the number of columns. For one dataset and one
 * thread.
 */
public final class DatasetProfiler implements RowVisitor {

    /** With one of these in the table, the table is about people. */
    private static final Set<String> OF_PEOPLE =
            Set.of("contact.name", "contact.email", "birth_date", "government_id", "government_id.jp_my_number");

    private final Detectors detectors;
    private final TableReading name;
    private final List<String> names = new ArrayList<>();
    private final List<ColumnCounter> counters = new ArrayList<>();
    private long rows;
    private long rejected;

    /**
     * For a dataset of that name, which is evidence too: {@code name} in a table of patients isn't {@code name} in one of
     * products.
     */
    public DatasetProfiler(Detectors detectors, String dataset) {
        this.detectors = detectors;
        this.name = TableReading.of(dataset, detectors);
    }

    @Override
    public void columns(List<String> columns) {
        for (String name : columns) {
            names.add(name);
            counters.add(new ColumnCounter(detectors, HeaderReading.of(name, detectors)));
        }
    }

    @Override
    public void row(Row row) {
        rows++;
        for (int i = 0; i < counters.size(); i++) {
            counters.get(i).see(row.text(i));
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected++;
    }

    /** What the rows so far say. */
    public DatasetProfile profile() {
        List<ColumnProfile> byThemselves = profiles(name);
        boolean ofPeople = byThemselves.stream()
                .flatMap(column -> column.classifications().stream())
                .anyMatch(one -> one.confidence() >= 0.8 && OF_PEOPLE.contains(one.category()));
        return new DatasetProfile(rows, rejected, ofPeople ? profiles(name.withPeople()) : byThemselves);
    }

    private List<ColumnProfile> profiles(TableReading table) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            ColumnVote vote = new ColumnVote(detectors, names.get(i), counters.get(i));
            profiles.add(new ColumnProfile(names.get(i), vote.classifications(table)));
        }
        return profiles;
    }
}
