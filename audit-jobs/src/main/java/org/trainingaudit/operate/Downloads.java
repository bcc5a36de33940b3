package org.trainingaudit.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.view.ReportList;
import org.trainingaudit.view.Sight;

/**
 * Hands out reports that the published trail names, whole and with the hash that it names, and records who took them. A name
 * that it doesn't know leads nowhere, whatever it looks like: no path is made from what a caller sends.
 */
@Component
public class Downloads {

    private static final String ACTION = "download";
    private static final int MOST = 10_000;

    private final ReportList reports;
    private final Places places;
    private final AccessTrail trail;
    private final Map<Path, String> checked = new ConcurrentHashMap<>();

    Downloads(ReportList reports, Places places, AccessTrail trail) {
        this.reports = reports;
        this.places = places;
        this.trail = trail;
    }

    /** A file that may be handed out. */
    public record Download(ReportList.Line report, Path file) {}

    /**
     * The report of that run and name, which is recorded as taken; empty, and recorded as refused, where there is none, its
     * bytes aren't those that the trail names, or the account sees only a part of the estate, since reports tell all of it.
     */
    public Optional<Download> take(String run, String name, String account, Sight sight) {
        Optional<Download> found = sight.isWhole() ? find(run, name) : Optional.empty();
        if (found.isPresent()) {
            trail.record(account, ACTION, run + "/" + name, "done");
        } else {
            trail.often(account, ACTION, "", "refused");
        }
        return found;
    }

    /** Whether the report's file is there with the hash that the trail names. */
    public boolean isWhole(ReportList.Line report) {
        return find(report.run(), report.name()).isPresent();
    }

    private Optional<Download> find(String run, String name) {
        return reports.find(run, name)
                .map(report -> new Download(
                        report,
                        places.reports().resolve(report.run().replace('/', '_')).resolve(report.name())))
                .filter(this::isWhole);
    }

    /** A file is hashed again when its size or time has changed. */
    private boolean isWhole(Download download) {
        try {
            Path file = download.file;
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            String state = download.report.sha256() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
            if (state.equals(checked.get(file))) {
                return true;
            }
            boolean whole = download.report.sha256().equals(Sha256.hex(Files.readAllBytes(file)));
            if (whole && checked.size() < MOST) {
                checked.put(file, state);
            }
            return whole;
        } catch (IOException e) {
            return false;
        }
    }

    /** The proof that the trail has the report's entry, for {@code audit verify} and others; empty where its log isn't here. */
    public Optional<byte[]> proof(ReportList.Line report) {
        return places.logs().stream()
                .map(TrailReader::of)
                .filter(log -> log.checkpoint().checkpoint().origin().equals(report.origin()))
                .findFirst()
                .map(log -> log.proofFile(
                        report.seq(), log.checkpoint().checkpoint().size()));
    }
}
