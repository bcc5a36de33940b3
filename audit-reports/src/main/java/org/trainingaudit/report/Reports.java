package org.trainingaudit.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.csv.CsvDialect;
import org.trainingaudit.csv.CsvFolder;
import org.trainingaudit.csv.CsvTable;
import org.trainingaudit.csv.PublishedFolder;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.Entry;

/** The reports of one run: what the trail says up to a checkpoint, as files for regulators and as counts for a screen. */
public final class Reports {

    static final List<Report<?>> TABLES = List.of(
            Ab2013Report.REPORT,
            CategoriesReport.REPORT,
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

    private final Night night;
    private final NightSummary summary;

    private Reports(Night night) {
        this.night = night;
        this.summary = new Summariser(night).summary();
    }

    /**
     * Folds the trail for one run.
     *
     * @param entries all entries under the checkpoint that was signed before the reports, in the order of the log
     * @param run the run's key
     * @param snapshots where to find the configuration that its {@code run_open} names
     * @throws IOException if that configuration isn't there or isn't the one named
     * @throws IllegalArgumentException if the entries don't open the run
     */
    public static Reports of(Iterable<Entry> entries, String run, ConfigSnapshots snapshots) throws IOException {
        NightFold fold = new NightFold(run);
        entries.forEach(fold::add);
        ConfigFiles configuration = snapshots.find(fold.opened().configSha256());
        return new Reports(new Night(fold, configuration));
    }

    /** The name of a run's own folder in the folder of reports: its key with {@code _} for {@code /}. */
    public static String folderName(String run) {
        return run.replace('/', '_');
    }

    /** Folds the trail and publishes in one go. */
    public static List<PublishedReport> write(
            Iterable<Entry> entries, String run, ConfigSnapshots snapshots, ReportSettings settings, Path folder)
            throws IOException {
        return of(entries, run, snapshots).publish(settings, folder);
    }

    /** The layout that the run's own configuration asks for. */
    public ReportSettings settings() {
        return ReportSettings.of(night.configuration());
    }

    /** The counts of the run. */
    public NightSummary summary() {
        return summary;
    }

    /**
     * Publishes the run's folder whole; where it is already there with the same bytes, nothing is written.
     *
     * @param folder the run's own folder, which this makes
     * @return every file in it, by name, for the trail to record
     * @throws IOException if the folder is there with other content, or the disk refuses
     */
    public List<PublishedReport> publish(ReportSettings settings, Path folder) throws IOException {
        Map<String, Long> rows = new HashMap<>();
        CsvFolder made = new CsvFolder(
                folderName(night.run().key()),
                "Training Audit, " + night.run().key(),
                settings.excel() ? CsvDialect.EXCEL : CsvDialect.PLAIN);
        for (Report<?> report : TABLES) {
            CsvTable table = report.table(night);
            made.add(table);
            rows.put(report.file(), (long) table.rows().size());
        }
        made.add("findings.sarif.json", new Sarif(night).bytes());
        made.add("oscal-assessment-results.json", new Oscal(night).bytes());
        made.add("uses.dpv.jsonld", new Dpv(night).bytes());
        made.add("summary.html", new SummaryPage(night, summary, Locale.ENGLISH).bytes());
        made.add("summary.ja.html", new SummaryPage(night, summary, Locale.JAPANESE).bytes());
        SortedMap<String, byte[]> files = made.files();
        PublishedFolder.publish(folder, files);
        return files.entrySet().stream()
                .map(file -> new PublishedReport(
                        file.getKey(),
                        Sha256.hex(file.getValue()),
                        file.getValue().length,
                        rows.getOrDefault(file.getKey(), 0L)))
                .toList();
    }
}
