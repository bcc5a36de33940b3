package org.trainingaudit.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.disk.Folders;
import org.trainingaudit.report.ConfigSnapshots;
import org.trainingaudit.report.PublishedReport;
import org.trainingaudit.report.Reports;
import org.trainingaudit.trail.CanonicalObject;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.zip.UntrustedZip;

/**
 * A trail or a bundle, as a folder or a zip, from which past reports are written again. It needs no database and trusts no
 * file but the entries and the configurations that they name; it doesn't verify them.
 */
public final class EvidenceFolder implements AutoCloseable {

    private static final String REPORT = "report";

    private final Path folder;
    private final boolean unpacked;

    private EvidenceFolder(Path folder, boolean unpacked) {
        this.folder = folder;
        this.unpacked = unpacked;
    }

    /**
     * Opens it; a zip is unpacked beside temporary files until it is closed.
     *
     * @throws IOException if it isn't there, isn't a trail or bundle, or its zip is refused
     */
    public static EvidenceFolder open(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return unpacked(place);
        }
        if (!Files.exists(place.resolve("checkpoint"))) {
            throw new IOException(
                    "'" + place + "' has no checkpoint; name a trail's folder, a bundle's folder or its zip");
        }
        return new EvidenceFolder(place, false);
    }

    private static EvidenceFolder unpacked(Path place) throws IOException {
        Path parent = Files.createTempDirectory("audit-bundle");
        EvidenceFolder made = new EvidenceFolder(parent.resolve("bundle"), true);
        try (UntrustedZip zip = UntrustedZip.open(place)) {
            zip.unpack(made.folder);
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
        return made;
    }

    /**
     * What became of a run's reports when they were written again.
     *
     * @param run the run
     * @param equal for each file whether it has the hash that the trail names; false also where the trail names none
     */
    public record Rewritten(String run, Map<String, Boolean> equal) {}

    /**
     * Writes the reports of a past run again.
     *
     * @param asked the run; else the bundle's own, else the newest with reports
     * @param out the folder to make
     * @throws IOException if there is no such run, its configuration is missing, or {@code out} is there with other content
     */
    public Rewritten rewrite(Optional<String> asked, Path out) throws IOException {
        TrailReader reader = TrailReader.of(folder);
        Map<String, Named> named = named(reader);
        String run = asked.isPresent() ? asked.get() : ownOrLast(named);
        Named wanted = Optional.ofNullable(named.get(run))
                .orElseThrow(
                        () -> new IOException("run '" + run + "' has no reports here; there are " + named.keySet()));
        Map<String, Boolean> equal = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>(wanted.sha256());
        try (Reports reports = Reports.of(
                reader.texts(wanted.upTo()),
                run,
                ConfigSnapshots.ofFolder(folder.resolve("config")),
                out.toAbsolutePath().resolveSibling(".").normalize())) {
            for (PublishedReport written : reports.publish(reports.settings(), out)) {
                equal.put(written.name(), written.sha256().equals(expected.remove(written.name())));
            }
        }
        expected.keySet().forEach(missing -> equal.put(missing, false));
        return new Rewritten(run, equal);
    }

    /**
     * The reports of a run, as the log names them.
     *
     * @param upTo how many entries they were written from
     * @param sha256 their hashes, by name
     */
    private record Named(long upTo, Map<String, String> sha256) {}

    /** By run, in the order of the log. */
    private static Map<String, Named> named(TrailReader reader) {
        Map<String, Named> named = new LinkedHashMap<>();
        long seq = 0;
        for (EntryText entry : reader.texts(reader.checkpoint().checkpoint().size())) {
            if (entry.kind().equals(REPORT)) {
                long before = seq;
                CanonicalObject body = entry.body();
                named.computeIfAbsent(
                                entry.run(),
                                run -> new Named(body.number("up_to").orElse(before), new LinkedHashMap<>()))
                        .sha256()
                        .put(body.text("name"), body.text("sha256"));
            }
            seq++;
        }
        return named;
    }

    private String ownOrLast(Map<String, Named> named) throws IOException {
        Path own = folder.resolve("run");
        if (!Files.exists(own)) {
            return named.keySet().stream()
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> new IOException("no run has reports here"));
        }
        try {
            return Files.readString(own, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IOException(
                    "the bundle's own run can't be read from " + own + "; name one with --run, or take the bundle anew",
                    e);
        }
    }

    /** Removes what was unpacked. */
    @Override
    public void close() throws IOException {
        if (unpacked) {
            Folders.delete(folder.resolveSibling(".").normalize());
        }
    }
}
