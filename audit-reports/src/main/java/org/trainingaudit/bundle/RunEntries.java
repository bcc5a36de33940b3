package org.trainingaudit.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.trail.Entry;

/**
 * The entries on which a run's bundle rests.
 *
 * @param run the run's key
 * @param opened its {@code run_open}, which names the configuration
 * @param reports the entries that name its published files, in the order of the log
 */
record RunEntries(String run, Entry opened, List<Entry> reports) {

    /** Finds them; without a run asked for, those of the run whose report was recorded last. */
    static RunEntries of(Iterable<Entry> entries, Optional<String> asked) {
        Map<String, Entry> opened = new HashMap<>();
        Map<String, List<Entry>> reports = new HashMap<>();
        Optional<String> run = asked;
        for (Entry entry : entries) {
            if (entry.kind().equals("run_open")) {
                opened.put(entry.run(), entry);
            } else if (entry.kind().equals("report")) {
                reports.computeIfAbsent(entry.run(), key -> new ArrayList<>()).add(entry);
                run = asked.or(() -> Optional.of(entry.run()));
            }
        }
        return run.flatMap(key -> found(key, opened, reports))
                .orElseThrow(() -> new IllegalArgumentException("the published log names no report"
                        + asked.map(key -> " of run '" + key + "'").orElse("")
                        + "; its run isn't finished, or there was none"));
    }

    private static Optional<RunEntries> found(String run, Map<String, Entry> opened, Map<String, List<Entry>> reports) {
        List<Entry> named = List.copyOf(reports.getOrDefault(run, List.of()));
        return Optional.ofNullable(opened.get(run))
                .filter(open -> !named.isEmpty())
                .map(open -> new RunEntries(run, open, named));
    }

    /** The hash of the run's configuration. */
    String configSha256() {
        return opened.body().path("config_sha256").asString("");
    }

    /** The entries that a proof is made for: the one that names the configuration and those that name reports. */
    List<Entry> proven() {
        List<Entry> proven = new ArrayList<>(reports);
        proven.add(opened);
        return proven;
    }
}
