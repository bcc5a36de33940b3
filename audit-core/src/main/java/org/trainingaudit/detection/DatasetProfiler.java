package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * Classifies the columns of a dataset from all its rows, of which some are looked at together, column by column. Memory is
 * bounded by the number of columns. For one dataset and one thread.
 */
public final class DatasetProfiler implements RowVisitor {

    /** A place takes some 75 bytes, and each thread has its own. */
    private static final long BYTES_FOR_A_PLACE = 4096;

    /** What all columns together may remember of their values, in places: less where there is little memory. */
    private static final int MOST_REMEMBERED =
            (int) Math.min(1 << 16, Runtime.getRuntime().maxMemory() / BYTES_FOR_A_PLACE);

    private static final int MOST_REMEMBERED_BY_COLUMN = 1 << 11;

    /** Why a row counts as rejected of which a value took too long. */
    private static final String TOO_COMPLEX = "too-complex";

    private final Detectors detectors;
    private final CellReader reader;
    private final String dataset;
    private final TableReading name;
    private final boolean counting;
    private final List<String> names = new ArrayList<>();
    private final List<ColumnCounter> counters = new ArrayList<>();
    private Optional<QuasiIdentifiers> quasi = Optional.empty();
    private long rows;
    private long rejected;
    private long unread;
    private long leftOut;
    private RowBatch waiting = new RowBatch(0);

    /** Of a batch whose values are looked at: what is in them, column by column, and which rows took too long. */
    private ColumnCounter.Seen[] seen = {};

    private final BitSet tooComplex = new BitSet();
    private Consumer<Rejection> unreadRows = rejection -> {};

    /**
     * For a dataset of that name, which is evidence too: {@code name} in a table of patients isn't {@code name} in one of
     * products.
     */
    public DatasetProfiler(Detectors detectors, String dataset) {
        this(detectors, dataset, Combinations.KNOWN);
    }

    /**
     * The same.
     *
     * @param combinations says whether it is counted how many rows share the values of columns that may point at a person
     *     together, which takes memory
     */
    public DatasetProfiler(Detectors detectors, String dataset, Combinations combinations) {
        this.counting = combinations.counted();
        this.detectors = detectors;
        this.reader = detectors.reader();
        this.dataset = dataset;
        this.name = TableReading.of(dataset, detectors);
    }

    @Override
    public void columns(List<String> columns) {
        quasi = QuasiIdentifiers.of(columns, detectors);
        int share = Integer.highestOneBit(Math.max(1, MOST_REMEMBERED / Math.max(1, columns.size())));
        Map<String, Set<String>> coded = detectors.coded(columns);
        for (String name : columns) {
            HeaderReading plain = HeaderReading.of(name, detectors);
            HeaderReading header =
                    Optional.ofNullable(coded.get(name)).map(plain::coded).orElse(plain);
            names.add(name);
            counters.add(new ColumnCounter(
                    detectors,
                    reader,
                    counters.isEmpty()
                            ? header
                            : header.after(counters.get(counters.size() - 1).header(), name, detectors.headerWords()),
                    new ValueMemory(Math.min(MOST_REMEMBERED_BY_COLUMN, share))));
        }
        waiting = new RowBatch(columns.size());
    }

    /** Counts in all its columns or, if one value is too complex, in none. */
    @Override
    public void row(Row row) {
        waiting.add(row);
        if (waiting.isFull()) {
            lookAtWaiting();
        }
    }

    private void lookAtWaiting() {
        look(waiting);
        waiting.clear();
    }

    /** Looks at all rows of a batch and counts them. */
    void look(RowBatch batch) {
        if (counting) {
            quasi.ifPresent(columns -> columns.see(batch));
        }
        int width = counters.size();
        if (seen.length < batch.rows() * width) {
            seen = new ColumnCounter.Seen[batch.rows() * width];
        }
        tooComplex.clear();
        for (int column = 0; column < width; column++) {
            look(batch, column);
        }
        count(batch.rows());
    }

    /** A row that took too long in one column isn't looked at in others, so that it can't hold up the scan again. */
    private void look(RowBatch batch, int column) {
        ColumnCounter counter = counters.get(column);
        int first = column * batch.rows();
        for (int row = 0; row < batch.rows(); row++) {
            if (!tooComplex.get(row)) {
                ColumnCounter.Seen one = counter.look(batch.bytes(), batch.start(row, column), batch.end(row, column));
                seen[first + row] = one;
                tooComplex.set(row, one.isUnread());
            }
        }
    }

    private void count(int batchRows) {
        for (int column = 0; column < counters.size(); column++) {
            ColumnCounter counter = counters.get(column);
            int first = column * batchRows;
            for (int row = 0; row < batchRows; row++) {
                if (!tooComplex.get(row)) {
                    counter.count(seen[first + row]);
                }
            }
        }
        for (int row = tooComplex.nextSetBit(0); row >= 0; row = tooComplex.nextSetBit(row + 1)) {
            unread++;
            unreadRows.accept(new Rejection(rows + rejected + leftOut + row + 1, 0, TOO_COMPLEX));
        }
        rows += batchRows;
    }

    /** From now on tells each row that took too long, once it has been looked at; its line isn't known and 0. */
    public void tellUnread(Consumer<Rejection> receiver) {
        unreadRows = receiver;
    }

    @Override
    public void rejected(Rejection rejection) {
        lookAtWaiting();
        rejected++;
    }

    @Override
    public void leftOut() {
        lookAtWaiting();
        leftOut++;
    }

    /** Rows so far of which a value took too long to be read to its end, so that finds may be missing. */
    public long unread() {
        lookAtWaiting();
        return unread;
    }

    /** The result of reading with the rows that took too long to be looked at among the rejected ones. */
    public ReadResult withUnread(ReadResult result) {
        lookAtWaiting();
        if (unread == 0) {
            return result;
        }
        SortedMap<String, Long> reasons = new TreeMap<>(result.rejectedBy());
        reasons.merge(TOO_COMPLEX, unread, Long::sum);
        return new ReadResult(
                result.columns(), result.read(), result.rejected() + unread, reasons, result.leftOut(), result.form());
    }

    /** What has been counted so far, to be kept or added to another profiler of the same dataset. */
    public ProfileCounts counts() {
        lookAtWaiting();
        List<ProfileCounts.Column> columns = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            columns.add(counters.get(i).counts(names.get(i)));
        }
        return new ProfileCounts(rows, rejected, unread, columns);
    }

    /** Counts the rows of another part of the dataset; begins with its columns if there are none yet. */
    public void add(ProfileCounts part) {
        lookAtWaiting();
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
        lookAtWaiting();
        part.lookAtWaiting();
        quasi.ifPresent(columns -> part.quasi.ifPresent(columns::add));
    }

    /** All that has been seen so far. */
    public DatasetPart part() {
        return new DatasetPart(counts(), quasi.filter(columns -> counting).map(QuasiIdentifiers::sampledGroups));
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
        lookAtWaiting();
        HeaderWords words = detectors.headerWords();
        List<TableColumn> columns = new ArrayList<>();
        List<ColumnProfile> byThemselves = profiles(name);
        for (int i = 0; i < counters.size(); i++) {
            columns.add(new TableColumn(words, names.get(i), byThemselves.get(i).classifications(), counters.get(i)));
        }
        return new DatasetProfile(
                rows - unread,
                rejected + unread,
                profiles(TableReader.read(name, dataset, columns, words)),
                quasi.filter(known -> counting).map(QuasiIdentifiers::uniqueness),
                quasi.filter(known -> !counting).map(QuasiIdentifiers::names).orElse(List.of()));
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
