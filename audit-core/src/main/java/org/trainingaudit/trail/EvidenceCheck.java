package org.trainingaudit.trail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks what lies beside the log in an evidence bundle: reports, configurations, the manifest. */
final class EvidenceCheck {

    private static final String REPORTS = "reports/";
    private static final String CONFIG = "config/";
    private static final String MANIFEST = "MANIFEST.sha256";
    private static final int LARGEST_RUN = 4096;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final Pattern MANIFEST_LINE = Pattern.compile("([0-9a-f]{64}) {2}(.+)");

    private final LogFiles log;
    private final History history;
    private final Alarms alarms;

    EvidenceCheck(LogFiles log, History history, Alarms alarms) {
        this.log = log;
        this.history = history;
        this.alarms = alarms;
    }

    void run() {
        reports();
        policy();
        configurations();
        manifest();
    }

    private void reports() {
        Set<String> files = new TreeSet<>(log.below(REPORTS));
        boolean hasRun = log.paths().contains("run");
        if (files.isEmpty() && !hasRun) {
            alarms.note("no reports are here, so none was compared");
            return;
        }
        String run = hasRun ? runKey() : "";
        if (!hasRun) {
            alarms.missing(
                    "run",
                    "reports are here, but not the file that names their run, so nobody knows whether they are one run's"
                            + " and all of it");
        }
        files.forEach(path -> report(path, run));
        if (hasRun) {
            history.reports().stream()
                    .filter(report -> report.run().equals(run) && !files.contains(REPORTS + report.name()))
                    .forEach(report -> alarms.missing(
                            REPORTS + report.name(),
                            "the log says that run '" + run + "' published it, but it is not here"));
        }
        alarms.note((files.size() == 1 ? "1 report" : files.size() + " reports")
                + (hasRun ? " of run '" + run + "'" : "") + " compared with "
                + (files.size() == 1 ? "its entry" : "their entries"));
    }

    private String runKey() {
        String text = log.read("run", LARGEST_RUN, Encoding::text, alarms)
                .flatMap(Function.identity())
                .orElse("");
        String run = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!history.hasRun(run) && !history.hasGaps()) {
            alarms.invalid("run", "it does not hold the key of a run of this log");
        }
        return run;
    }

    private void report(String path, String run) {
        String name = path.substring(REPORTS.length());
        Set<String> expected = history.reports().stream()
                .filter(report -> report.name().equals(name)
                        && (run.isEmpty() || report.run().equals(run)))
                .map(History.Report::sha256)
                .collect(Collectors.toCollection(TreeSet::new));
        String sha256 = sha256(path);
        if (expected.contains(sha256)) {
            return;
        }
        if (expected.isEmpty() && history.hasGaps()) {
            alarms.missing(path, "no entry of it could be read, and some entries are not here");
        } else if (expected.isEmpty()) {
            alarms.invalid(path, "no entry of the log says that it was published");
        } else {
            alarms.invalid(path, "its SHA-256 is " + sha256 + ", but the log says " + String.join(" or ", expected));
        }
    }

    private void policy() {
        boolean known = !history.policy().isEmpty() && log.paths().contains("policy");
        if (known && !sha256("policy").equals(history.policy())) {
            alarms.invalid("policy", "it is not the policy that the log was opened with");
        }
    }

    private void configurations() {
        for (String path : log.below(CONFIG)) {
            String sha256 = sha256(path);
            if (!path.equals(CONFIG + sha256 + ".zip")) {
                alarms.invalid(path, "its SHA-256 is " + sha256 + ", which is not its name");
            } else if (!history.configurations().contains(sha256)) {
                alarms.note(path + " is named by no run here, and proves nothing");
            }
        }
    }

    /** A manifest finds damage in transport; it is no proof of anything. */
    private void manifest() {
        if (!log.paths().contains(MANIFEST)) {
            return;
        }
        Set<String> listed = new TreeSet<>();
        try (InputStream in = new BufferedInputStream(log.open(MANIFEST))) {
            for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
                Matcher form = MANIFEST_LINE.matcher(line.get());
                if (!form.matches() || !listed.add(form.group(2))) {
                    alarms.invalid(MANIFEST, "a line is not '<sha256>  <path>', or names a path again");
                    return;
                }
                compare(form.group(2), form.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MANIFEST, e);
        }
        for (String path : log.paths()) {
            if (!path.equals(MANIFEST) && !listed.contains(path) && !alarms.knows(path)) {
                alarms.invalid(path, MANIFEST + " does not list it");
            }
        }
    }

    /** The next line, without its end; an empty one where it has none, or is longer than any path; nothing behind the last. */
    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = in.read();
        }
        return Optional.of(next == '\n' ? line.toString(StandardCharsets.UTF_8) : "");
    }

    private void compare(String path, String expected) {
        boolean told = alarms.problems().stream()
                .anyMatch(problem ->
                        problem.place().equals(path) || problem.place().startsWith(path + ","));
        if (told) {
            return;
        }
        if (!log.paths().contains(path)) {
            alarms.missing(path, MANIFEST + " lists it, but it is not here");
        } else if (!sha256(path).equals(expected)) {
            alarms.invalid(path, "it was damaged since " + MANIFEST + " was written");
        }
    }

    private String sha256(String path) {
        MessageDigest digest = Hash.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = log.open(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
