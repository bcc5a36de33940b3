package org.trainingaudit.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.report.Reports;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.TrailReader;

/** The reports that the sealed trail names. A file that it doesn't name, or names with another hash, is not a report. */
public final class PublishedReports {

    private final Places places;

    public PublishedReports(Places places) {
        this.places = places;
    }

    /**
     * A report as the trail names it.
     *
     * @param isWhole whether its file is there with that hash
     */
    public record Listed(String run, String name, String sha256, long bytes, long rows, Path file, boolean isWhole) {}

    /** All of them in the order of the trail; none where nothing has been published yet. */
    public List<Listed> all() {
        List<Listed> reports = new ArrayList<>();
        for (Path log : places.logs()) {
            TrailReader reader = TrailReader.of(log);
            for (EntryText entry : reader.texts(reader.checkpoint().checkpoint().size())) {
                if (entry.kind().equals("report")) {
                    reports.add(listed(entry));
                }
            }
        }
        return reports;
    }

    /** The file of a whole report. */
    public Optional<Path> find(String run, String name) {
        return all().stream()
                .filter(report -> report.run().equals(run) && report.name().equals(name) && report.isWhole())
                .map(Listed::file)
                .findFirst();
    }

    private Listed listed(EntryText entry) {
        String name = entry.body().text("name");
        String sha256 = entry.body().text("sha256");
        Path folder = places.reports().resolve(Reports.folderName(entry.run()));
        Path file = folder.resolve(name).normalize();
        boolean inside = file.startsWith(folder);
        return new Listed(
                entry.run(),
                name,
                sha256,
                entry.body().number("bytes").orElse(0),
                entry.body().number("rows").orElse(0),
                file,
                inside && sha256.equals(sha256(file)));
    }

    private static String sha256(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try {
            return Sha256.hex(file);
        } catch (IOException e) {
            return "";
        }
    }
}
