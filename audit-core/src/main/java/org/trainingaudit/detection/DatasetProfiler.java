package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trainingaudit.dataset.ByteRow;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * Classifies the columns of a dataset from all its rows. Memory is bounded by the number of columns. For one dataset and one
 * thread.
 */
public final class DatasetProfiler implements RowVisitor {

    /** What all columns together may remember of their values, in places. */
    private static final int MOST_REMEMBERED = 1 << 16;

    private static final int MOST_REMEMBERED_BY_COLUMN = 1 << 11;

    /** Why a row counts as rejected of which a value took too long. */
    private static final String TOO_COMPLEX = "too-complex";

    private final Detectors detectors;
    private final CellReader reader;
    private final String dataset;
    private final TableReading name;
    private final List<String> names = new ArrayList<>();
    private final List<ColumnCounter> counters = new ArrayList<>();
    private Optional<QuasiIdentifiers> quasi = Optional.empty();
    private long rows;
    private long rejected;
    private long unread;
    private ColumnCounter.Seen[] seen = {};
    private Consumer<Rejection> unreadRows = rejection -> {};

    /**
     * For a dataset of that name, which is evidence too: {@code name} in a table of patients isn't {@code name} in one of
     * products.
     */
    public DatasetProfiler(Detectors detectors, String dataset) {
        this.detectors = detectors;
        this.reader = detectors.reader();
        this.dataset = dataset;
        this.name = TableReading.of(dataset, detectors);
    }

    @Override
    public void columns(List<String> columns) {
        quasi = QuasiIdentifiers.of(columns, detectors);
        int share = Integer.highestOneBit(Math.max(1, MOST_REMEMBERED / Math.max(1, columns.size())));
        for (String name : columns) {
            names.add(name);
            counters.add(new ColumnCounter(
                    detectors,
                    reader,
                    HeaderReading.of(name, detectors),
                    new ValueMemory(Math.min(MOST_REMEMBERED_BY_COLUMN, share))));
        }
        seen = new ColumnCounter.Seen[counters.size()];
    }

    /** Counts in all its columns or, if one value is too complex, in none. */
    @Override
    public void row(Row row) {
        rows++;
        quasi.ifPresent(columns -> columns.see(row));
        if (!(row instanceof ByteRow bytes ? lookAtBytes(bytes) : lookAtTexts(row))) {
            unread++;
            unreadRows.accept(new Rejection(rows + rejected, 0, TOO_COMPLEX));
            return;
        }
        for (int i = 0; i < seen.length; i++) {
            counters.get(i).count(seen[i]);
        }
    }

    private boolean lookAtBytes(ByteRow row) {
        byte[] bytes = row.bytes();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = counters.get(i).look(bytes, row.start(i), row.end(i));
            if (seen[i].isUnread()) {
                return false;
            }
        }
        return true;
    }

    private boolean lookAtTexts(Row row) {
        for (int i = 0; i < seen.length; i++) {
            seen[i] = counters.get(i).look(row.text(i));
            if (seen[i].isUnread()) {
                return false;
            }
        }
        return true;
    }

    /** From now on tells each row that took too long to be looked at, when it comes; its line isn't known and 0. */
    public void tellUnread(Consumer<Rejection> receiver) {
        unreadRows = receiver;
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected++;
    }

    /** Rows so far of which a value took too long to be read to its end, so that finds may be missing. */
    public long unread() {
        return unread;
    }

    /** The result of reading with the rows that took too long to be looked at among the rejected ones. */
    public ReadResult withUnread(ReadResult result) {
        if (unread == 0) {
            return result;
        }
        SortedMap<String, Long> reasons = new TreeMap<>(result.rejectedBy());
        reasons.merge(TOO_COMPLEX, unread, Long::sum);
        return new ReadResult(result.columns(), result.read(), result.rejected() + unread, reasons, result.form());
    }

    /** What has been counted so far, to be kept or added to another profiler of the same dataset. */
    public ProfileCounts counts() {
        List<ProfileCounts.Column> columns = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            columns.add(counters.get(i).counts(names.get(i)));
        }
        return new ProfileCounts(rows, rejected, unread, columns);
    }

    /** Counts the rows of another part of the dataset; begins with its columns if there are none yet. */
    public void add(ProfileCounts part) {
        if (counters.isEmpty()) {
            columns(part.columns().stream().map(ProfileCounts.Column::name).toList());
        }
        if (!names.equals(
                part.columns().stream().map(ProfileCounts.Column::name).toList())) {
            throw new IllegalArgumentException("a part of another dataset: its columns aren't " + names);
        }
        rows += part.rows();
        rejected += part.rejected();
        unread += part.unread();
        for (int i = 0; i < counters.size(); i++) {
            counters.get(i).add(part.columns().get(i));
        }
    }

    /**
     * Counts how many rows are unique in another part of the dataset, which {@link #counts} leaves out since the hashes it
     * takes must not be kept.
     */
    void addUniqueness(DatasetProfiler part) {
        quasi.ifPresent(columns -> part.quasi.ifPresent(columns::add));
    }

    /** All that has been seen so far. */
    public DatasetPart part() {
        return new DatasetPart(counts(), quasi.map(QuasiIdentifiers::sampledGroups));
    }

    /**
     * Adds what has been seen in another part of the dataset; begins with its columns if there are none yet.
     *
     * @throws IllegalArgumentException if it's a part of another dataset
     */
    public void add(DatasetPart part) {
        add(part.counts());
        quasi.ifPresent(columns -> part.groups().ifPresent(columns::add));
    }

    /** What the rows so far say. */
    public DatasetProfile profile() {
        List<Classification> byThemselves = profiles(name).stream()
                .flatMap(column -> column.classifications().stream())
                .toList();
        List<HeaderReading> headers =
                counters.stream().map(ColumnCounter::header).toList();
        return new DatasetProfile(
                rows - unread,
                rejected + unread,
                profiles(name.with(dataset, headers, byThemselves, detectors)),
                quasi.map(QuasiIdentifiers::uniqueness));
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
