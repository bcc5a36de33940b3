package org.trainingaudit.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.csv.CsvDialect;
import org.trainingaudit.csv.CsvFolder;
import org.trainingaudit.csv.PublishedFile;
import org.trainingaudit.csv.PublishedFolder;
import org.trainingaudit.trail.EntryText;

/**
 * The reports of one run: what the trail says up to a checkpoint, as files for regulators and as counts for a screen. Takes a
 * fixed room in memory, however many uses there are; the rest lies in files until it's closed.
 */
public final class Reports implements Closeable {

    static final List<Report<?>> TABLES = List.of(
            Ab2013Report.REPORT,
            CategoriesReport.REPORT,
            ChecklistsReport.REPORT,
            CoverageReport.REPORT,
            DependenceReport.REPORT,
            FindingsReport.REPORT,
            InventoryReport.REPORT,
            PiplReport.REPORT,
            ProvisionReport.REPORT,
            ReceiptReport.REPORT,
            ReconciliationReport.REPORT,
            RegisterReport.REPORT,
            TrainingSummaryReport.REPORT,
            VerdictsReport.REPORT,
            WhatChangesReport.REPORT);

    private final NightFold fold;
    private final Night night;
    private Optional<NightSummary> summary = Optional.empty();

    private Reports(NightFold fold, Night night) {
        this.fold = fold;
        this.night = night;
    }

    /**
     * Folds the trail for one run.
     *
     * @param entries all entries under the checkpoint that was signed before the reports, in the order of the log
     * @param run the run's key
     * @param snapshots where to find the configuration that its {@code run_open} names
     * @param scratch the folder in which to put what doesn't fit into memory, beside the reports best
     * @throws IOException if that configuration isn't there or isn't the one named
     * @throws IllegalArgumentException if the entries don't open the run
     */
    public static Reports of(Iterable<EntryText> entries, String run, ConfigSnapshots snapshots, Path scratch)
            throws IOException {
        return of(entries, run, snapshots, new Scratch(scratch, Integer.MAX_VALUE));
    }

    static Reports of(Iterable<EntryText> entries, String run, ConfigSnapshots snapshots, Scratch scratch)
            throws IOException {
        NightFold fold = new NightFold(run, scratch);
        try {
            for (EntryText entry : entries) {
                fold.add(entry);
            }
            ConfigFiles configuration = snapshots.find(fold.opened().configSha256());
            return new Reports(fold, new Night(fold, configuration));
        } catch (IOException | RuntimeException e) {
            fold.close();
            throw e;
        }
    }

    /** The name of a run's own folder in the folder of reports: its key with {@code _} for {@code /}. */
    public static String folderName(String run) {
        return run.replace('/', '_');
    }

    /** What was published, and the counts of the run, which one fold gives. */
    public record Written(List<PublishedReport> files, NightSummary summary) {}

    /** Folds the trail and publishes in one go; what doesn't fit into memory lies beside the folder meanwhile. */
    public static List<PublishedReport> write(
            Iterable<EntryText> entries, String run, ConfigSnapshots snapshots, ReportSettings settings, Path folder)
            throws IOException {
        return writeAndCount(entries, run, snapshots, settings, folder).files();
    }

    /** The same, with the counts of the run. */
    public static Written writeAndCount(
            Iterable<EntryText> entries, String run, ConfigSnapshots snapshots, ReportSettings settings, Path folder)
            throws IOException {
        Path beside = folder.toAbsolutePath().resolveSibling(".").normalize();
        Scratch.sweep(beside);
        try (Reports reports = of(entries, run, snapshots, beside)) {
            List<PublishedReport> files = reports.publish(settings, folder);
            return new Written(files, reports.summary());
        }
    }

    /** The layout that the run's own configuration asks for. */
    public ReportSettings settings() {
        return ReportSettings.of(night.configuration());
    }

    /** The counts of the run. */
    public NightSummary summary() throws IOException {
        if (summary.isEmpty()) {
            Summariser summariser = new Summariser(night);
            eachUse(summariser::add);
            summary = Optional.of(summariser.summary());
        }
        return summary.get();
    }

    /** Something to do with a use. */
    private interface ForUse {
        void take(Dossier dossier) throws IOException;
    }

    private void eachUse(ForUse then) throws IOException {
        try (Dossiers dossiers = night.dossiers()) {
            for (Optional<Dossier> next = dossiers.next(); next.isPresent(); next = dossiers.next()) {
                then.take(next.get());
            }
        }
    }

    /**
     * Publishes the run's folder whole; where it is already there with the same bytes, nothing is written.
     *
     * @param folder the run's own folder, which this makes
     * @return every file in it, by name, for the trail to record
     * @throws IOException if the folder is there with other content, or the disk refuses
     */
    public List<PublishedReport> publish(ReportSettings settings, Path folder) throws IOException {
        try (PublishedFolder files = PublishedFolder.begin(folder)) {
            Map<String, Long> rows = write(settings, files);
            files.publish();
            List<PublishedReport> published = new ArrayList<>();
            files.files().forEach((name, file) -> published.add(report(name, file, rows.getOrDefault(name, 0L))));
            return published;
        }
    }

    private static PublishedReport report(String name, PublishedFile file, long rows) {
        return new PublishedReport(name, file.sha256(), file.bytes(), rows);
    }

    /** Answers how many rows each table has. */
    private Map<String, Long> write(ReportSettings settings, PublishedFolder files) throws IOException {
        String run = night.run().key();
        CsvFolder tables = new CsvFolder(
                folderName(run),
                "Training Audit, " + run,
                settings.excel() ? CsvDialect.EXCEL : CsvDialect.PLAIN,
                files);
        List<ReportFile<?>> made = new ArrayList<>();
        TABLES.forEach(report -> made.add(new ReportFile<>(report, night, tables, night.scratch())));
        Summariser summariser = new Summariser(night);
        Totals totals = new Totals();
        FindingLines findings = new FindingLines(night);
        try (Dpv dpv = new Dpv(night, files.file(Dpv.FILE))) {
            eachUse(dossier -> {
                summariser.add(dossier);
                totals.add(dossier);
                findings.add(dossier);
                dpv.add(dossier);
                for (ReportFile<?> report : made) {
                    report.add(dossier);
                }
            });
        }
        summary = Optional.of(summariser.summary());
        Map<String, Long> rows = new HashMap<>();
        for (ReportFile<?> report : made) {
            rows.put(report.name(), report.write(totals));
        }
        tables.describe();
        tables.json("findings.sarif.json", new Sarif(night, findings).document());
        tables.json("oscal-assessment-results.json", new Oscal(night, findings).document());
        page("summary.html", Locale.ENGLISH, totals, files);
        page("summary.ja.html", Locale.JAPANESE, totals, files);
        return rows;
    }

    private void page(String name, Locale locale, Totals totals, PublishedFolder files) throws IOException {
        try (PublishedFile page = files.file(name)) {
            page.write(new SummaryPage(night, summary(), totals, locale).bytes());
        }
    }

    /** Removes what was put into files for want of memory. */
    @Override
    public void close() throws IOException {
        fold.close();
    }
}
