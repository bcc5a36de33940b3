package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.report.Reports;
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
    private static final long AT_ONCE = 4 << 20;

    private final ReportList reports;
    private final Places places;
    private final AccessTrail trail;
    private final Map<Path, Checked> checked = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Checked> eldest) {
            return size() > MOST;
        }
    });
    private final Set<Path> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService checker = Executors.newSingleThreadExecutor(DaemonThreads.named("report-check"));

    Downloads(ReportList reports, Places places, AccessTrail trail) {
        this.reports = reports;
        this.places = places;
        this.trail = trail;
    }

    /** What is known of a report's file. */
    public enum Wholeness {
        /** It's there with the hash that the trail names. */
        WHOLE,
        /** It isn't, or it has other bytes. */
        BROKEN,
        /** It's large and is being read. */
        UNCHECKED
    }

    /** A file as it was when it was hashed. */
    private record Checked(String state, boolean whole) {}

    /** A file that may be handed out. */
    public record Download(ReportList.Line report, Path file) {}

    /** The name under which a browser keeps a file: what would break a header, or turn the name round, is replaced. */
    public static String nameToKeep(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "_");
    }

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

    /** What is known of the report's file; a large one that was never read is read beside, and the answer comes at once. */
    public Wholeness wholeness(ReportList.Line report) {
        Download download = download(report);
        if (report.bytes() > AT_ONCE && checked(download).isEmpty()) {
            if (waiting.add(download.file)) {
                checker.execute(() -> check(download));
            }
            return Wholeness.UNCHECKED;
        }
        return isWhole(download) ? Wholeness.WHOLE : Wholeness.BROKEN;
    }

    private void check(Download download) {
        try {
            isWhole(download);
        } finally {
            waiting.remove(download.file);
        }
    }

    private Optional<Download> find(String run, String name) {
        return reports.find(run, name).map(this::download).filter(this::isWhole);
    }

    private Download download(ReportList.Line report) {
        Path folder = places.reports().resolve(Reports.folderName(report.run()));
        return new Download(report, folder.resolve(report.name()));
    }

    /** What came out when the file was as it is now. */
    private Optional<Checked> checked(Download download) {
        return state(download)
                .flatMap(state ->
                        Optional.ofNullable(checked.get(download.file)).filter(known -> known.state.equals(state)));
    }

    /** A file is hashed again when its size or time has changed. */
    private boolean isWhole(Download download) {
        Optional<Checked> known = checked(download);
        if (known.isPresent()) {
            return known.get().whole;
        }
        Optional<String> state = state(download);
        boolean whole = state.isPresent() && download.report.sha256().equals(hash(download.file));
        if (state.isPresent()) {
            checked.put(download.file, new Checked(state.get(), whole));
        }
        return whole;
    }

    private static Optional<String> state(Download download) {
        try {
            Path file = download.file;
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(
                            download.report.sha256() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty where it can't be read. */
    private static String hash(Path file) {
        try {
            return Sha256.hex(file);
        } catch (IOException e) {
            return "";
        }
    }

    @PreDestroy
    void end() {
        checker.shutdownNow();
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
