package org.trainingaudit.report;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.report.OfScan.Stage;
import org.trainingaudit.trail.CanonicalCursor;
import org.trainingaudit.trail.EntryText;

/**
 * Folds entries, in the order of the trail, into what stands after them for one run. Of nightly and manual runs the last
 * word counts; a trial's words count for that trial alone.
 *
 * <p>What is said of datasets, of which an estate has some thousands, is kept in memory. What is said of uses, of which it
 * may have millions, is sorted by use and read use by use: see {@link #dossiers}.
 */
final class NightFold implements Closeable {

    private static final int ROOM = 48 << 20;

    /** What distinguishes entries of one kind about one use. */
    private static final Map<String, String> ABOUT = Map.of(
            "verdict", "regime",
            "contradiction", "what",
            "finding_open", "finding",
            "finding_close", "finding");

    private final String run;
    private final Scratch scratch;
    private final Map<String, Run> runs = new HashMap<>();
    private Optional<Run> previous = Optional.empty();
    private final Sorter ofUses;
    private final Stored stored = new Stored();
    private final CanonicalCursor cursor = new CanonicalCursor();
    final Latest<OfColumn> columns;
    final Latest<OfScan> reads;
    final Map<String, OfScan> scansOfRun = new HashMap<>();
    final Set<String> datasets = new TreeSet<>(Key::compareAsUtf8);
    /** By their id, in the order of asking. */
    final Map<String, Recorded.OfWaiver> waivers = new LinkedHashMap<>();

    /** Registers and documents that the run didn't read to their end. */
    final Set<String> unreadDocuments = new TreeSet<>(Key::compareAsUtf8);

    final Map<String, String> fingerprints = new HashMap<>();
    /** How many rows the places of datasets said they had, when they were last opened. */
    final Map<String, Long> expected = new HashMap<>();

    NightFold(String run, Scratch scratch) {
        this.run = run;
        this.scratch = scratch;
        this.ofUses = new Sorter(scratch, ROOM);
        this.columns = new Latest<>(run);
        this.reads = new Latest<>(run);
    }

    void add(EntryText entry) throws IOException {
        if (entry.run().equals(run) || !entry.run().startsWith(RunKind.TRIAL.word() + "/")) {
            take(entry);
        }
    }

    private void take(EntryText entry) throws IOException {
        switch (entry.kind()) {
            case "run_open" -> open(Run.of(entry));
            case "use", "verdict", "dependence", "contradiction" -> ofUse(entry);
            case "finding_open", "finding_close" -> finding(entry);
            case "classification" -> column(EntryReader.column(entry));
            case "dataset_open" -> scan(EntryReader.scan(entry, Stage.OPENED));
            case "dataset_skip" -> scan(EntryReader.scan(entry, Stage.SKIPPED));
            case "totals" -> scan(EntryReader.scan(entry, Stage.READ));
            case "quarantine" -> document(entry);
            case "waiver" -> waiver(EntryReader.waiver(entry));
            default -> {
                // the other kinds say nothing that a report of today shows
            }
        }
    }

    private void open(Run opened) {
        runs.put(opened.key(), opened);
        if (!opened.key().equals(run) && opened.kind() != RunKind.TRIAL) {
            previous = Optional.of(opened);
        }
    }

    private void ofUse(EntryText entry) throws IOException {
        String member = ABOUT.getOrDefault(entry.kind(), "");
        String use = "";
        String about = "";
        cursor.over(entry);
        while (cursor.more()) {
            String name = cursor.name();
            if (name.equals("use")) {
                use = cursor.text();
            } else if (name.equals(member)) {
                about = cursor.text();
            } else {
                cursor.skip();
            }
        }
        stored.put(use, about, entry, ofUses);
    }

    /** Trials neither open nor close findings, whatever one may hold. */
    private void finding(EntryText entry) throws IOException {
        if (!entry.run().startsWith(RunKind.TRIAL.word() + "/")) {
            ofUse(entry);
        }
    }

    private void column(OfColumn said) {
        columns.put(Key.of(said.dataset(), said.column(), said.category(), said.detector()), said);
    }

    private void scan(OfScan scan) {
        datasets.add(scan.dataset());
        if (!scan.fingerprint().isEmpty()) {
            fingerprints.put(scan.dataset(), scan.fingerprint());
        }
        if (scan.stage() == Stage.OPENED) {
            expected.remove(scan.dataset());
            scan.expected().ifPresent(rows -> expected.put(scan.dataset(), rows));
        }
        if (scan.stage() == Stage.READ) {
            reads.put(Key.of(scan.dataset()), scan);
        }
        if (scan.run().equals(run)) {
            scansOfRun.put(scan.dataset(), scan);
        }
    }

    /** Rows of datasets are counted in totals; what is told here is a register or a document whose end wasn't reached. */
    private void document(EntryText entry) {
        if (entry.run().equals(run)) {
            EntryReader.unreadDocument(entry).ifPresent(unreadDocuments::add);
        }
    }

    private void waiver(Recorded.OfWaiver waiver) {
        waivers.put(waiver.waiver(), waiver);
    }

    /** All that is said of uses, one use after the other by the bytes of their ids; may be called again. */
    Dossiers dossiers(Night night) throws IOException {
        return new Dossiers(night, ofUses.cursor());
    }

    /** Where reports put what doesn't fit into memory. */
    Scratch scratch() {
        return scratch;
    }

    /** The business date of a run, where the entries have its opening. */
    Optional<LocalDate> businessDate(String key) {
        return Optional.ofNullable(runs.get(key)).map(Run::businessDate);
    }

    /** The nightly or manual run before, if there was one. */
    Optional<Run> previous() {
        return previous;
    }

    /** The run that was asked for. */
    Run opened() {
        return Optional.ofNullable(runs.get(run))
                .orElseThrow(() -> new IllegalArgumentException("run '" + run + "' has no run_open in these entries"));
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
