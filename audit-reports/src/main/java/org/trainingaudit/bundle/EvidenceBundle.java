package org.trainingaudit.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trainingaudit.report.Reports;
import org.trainingaudit.trail.Commitments;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.SignedCheckpoint;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.zip.PortablePath;

/**
 * Everything that an auditor needs to check the reports of one run: the log with its checkpoints, the reports, the
 * configuration they rest on, a proof for each entry that names one of them, and what is disclosed to that auditor.
 */
public final class EvidenceBundle {

    private static final Set<String> OF_THE_LOG =
            Set.of("checkpoint", "checkpoints", "tile", "keys", "policy", "config", "time");
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEPT = "checkpoints/";
    private static final String UNFINISHED = ".tmp";

    private final String run;
    private final BundleFiles files;

    private EvidenceBundle(String run, BundleFiles files) {
        this.run = run;
        this.files = files;
    }

    /**
     * Gathers a bundle that discloses nothing; nothing is written yet.
     *
     * @param trail the folder of the log
     * @param reports the folder in which each run has a folder of reports
     * @param run the run's key; without one the run whose reports were recorded last
     * @throws IOException if something that the log names is missing or is not what the log names
     * @throws IllegalArgumentException if the log names no report, or none of that run
     */
    public static EvidenceBundle of(Path trail, Path reports, Optional<String> run) throws IOException {
        return of(trail, reports, run, List.of());
    }

    /**
     * Gathers a bundle; nothing is written yet.
     *
     * @param trail the folder of the log
     * @param reports the folder in which each run has a folder of reports
     * @param run the run's key; without one the run whose reports were recorded last
     * @param disclosures what opens commitments of the log, for an auditor who may know it
     * @throws IOException if something that the log names is missing or is not what the log names
     * @throws IllegalArgumentException if the log names no report, or none of that run
     */
    public static EvidenceBundle of(
            Path trail, Path reports, Optional<String> run, List<Commitments.Opening> disclosures) throws IOException {
        TrailReader reader = TrailReader.of(trail);
        SignedCheckpoint newest = reader.checkpoint();
        long size = newest.checkpoint().size();
        RunEntries entries = RunEntries.of(reader.entries(size), run);
        BundleFiles files = new BundleFiles();
        addLog(trail, newest, files);
        addReports(reports.resolve(Reports.folderName(entries.run())), entries, files);
        files.add("run", Piece.of((entries.run() + "\n").getBytes(StandardCharsets.UTF_8)));
        for (Entry entry : entries.proven()) {
            files.add(proof(entry.seq()), Piece.of(reader.proofFile(entry.seq(), size)));
        }
        requireConfiguration(entries, files, trail);
        addDisclosures(disclosures, reader.texts(size), files);
        return new EvidenceBundle(entries.run(), files);
    }

    private static String proof(long seq) {
        return String.format(Locale.ROOT, "proofs/%020d.tlog-proof", seq);
    }

    /** As it stands under that checkpoint: the program that serves may go on sealing while the bundle is written. */
    private static void addLog(Path trail, SignedCheckpoint newest, BundleFiles files) throws IOException {
        files.add(CHECKPOINT, Piece.of(newest.bytes()));
        String last =
                KEPT + String.format(Locale.ROOT, "%020d", newest.checkpoint().size());
        try (Stream<Path> paths = Files.walk(trail)) {
            for (Path path : paths.sorted().toList()) {
                String name = trail.relativize(path).toString().replace('\\', '/');
                boolean later = name.equals(CHECKPOINT) || (name.startsWith(KEPT) && name.compareTo(last) > 0);
                if (!later && isOfTheLog(name) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(name, name.contains("/") ? Piece.of(path) : Piece.of(Files.readAllBytes(path)));
                }
            }
        }
    }

    private static boolean isOfTheLog(String name) {
        String top = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        return OF_THE_LOG.contains(top) && !name.endsWith(UNFINISHED) && !name.contains("/.");
    }

    /** Only what the log names goes in, and only as the log names it. */
    private static void addReports(Path folder, RunEntries entries, BundleFiles files) throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> added = new HashSet<>();
        for (Entry entry : entries.reports()) {
            String name = entry.body().path("name").asString("");
            Path file = folder.resolve(name);
            if (!PortablePath.isSafe(name) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                wrong.add(name + " is missing");
                continue;
            }
            Piece piece = Piece.of(file);
            if (!piece.measure().sha256().equals(entry.body().path("sha256").asString(""))) {
                wrong.add(name + " has another SHA-256");
            } else if (added.add(name)) {
                files.add("reports/" + name, piece);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IOException("the reports in " + folder + " are not those that the trail names: "
                    + String.join(", ", wrong) + "; put them back from a bundle or a backup");
        }
    }

    /** Only what opens a commitment of this log goes in. */
    private static void addDisclosures(
            List<Commitments.Opening> disclosures, Iterable<EntryText> entries, BundleFiles files) throws IOException {
        Set<String> unknown = new TreeSet<>();
        disclosures.forEach(opening -> unknown.add(opening.commitment()));
        if (!unknown.isEmpty()) {
            entries.forEach(entry -> unknown.removeIf(commitment -> commitsTo(entry, commitment)));
        }
        for (Commitments.Opening opening : disclosures) {
            if (unknown.contains(opening.commitment()) || !opening.holds()) {
                throw new IOException("'" + opening.commitment() + "' "
                        + (opening.holds()
                                ? "is no commitment of an entry of this log"
                                : "isn't what its key and value give"));
            }
            files.add("disclosures/" + opening.commitment() + ".json", Piece.of(opening.bytes()));
        }
    }

    private static boolean commitsTo(EntryText entry, String commitment) {
        byte[] body = new byte[entry.bodyLength()];
        entry.copyBody(body, 0);
        return !entry.kind().equals("erasure")
                && new String(body, StandardCharsets.UTF_8).contains("\"" + commitment + "\"");
    }

    private static void requireConfiguration(RunEntries entries, BundleFiles files, Path trail) throws IOException {
        String path = "config/" + entries.configSha256() + ".zip";
        if (!files.has(path)) {
            throw new NoSuchFileException(
                    trail.resolve(path).toString(), null, "the configuration that the run names is missing");
        }
    }

    /** The key of the run whose reports are in it. */
    public String run() {
        return run;
    }

    /**
     * Writes it as one zip file; the same bundle gives the same bytes.
     *
     * @throws IOException if there is something of that name, or the disk refuses; then no file of that name is there
     */
    public void writeZip(Path file) throws IOException {
        files.zip(file);
    }

    /**
     * Writes it as a folder.
     *
     * @throws IOException if there is something of that name, or the disk refuses; then no folder of that name is there
     */
    public void writeFolder(Path folder) throws IOException {
        files.folder(folder);
    }
}
