package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what entries say together: order in time, unique ids, runs opened before they are used, totals that add up, the
 * opening and closing of the log. Gathers what later checks need: reports, configurations, changes of key.
 */
final class History {

    /** A report that the log says was published. */
    record Report(String run, String name, String sha256) {}

    /** A change of the log's key. */
    record KeyChange(long seq, String oldKey, String newKey) {}

    /** Which log this one follows, as its opening says. */
    record Prev(String origin, Object size, String root) {}

    /** Which log follows this one, as its closing says. */
    record Next(String origin, String vkey) {}

    private static final String SAME_ID = "an earlier entry has the same id";

    private final Checkpoint checkpoint;
    private final Alarms alarms;
    private final Ids ids;
    private final Set<String> runs = new HashSet<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<List<String>, String> sha256ByReport = new HashMap<>();
    private final List<KeyChange> keyChanges = new ArrayList<>();
    private final Set<String> configurations = new HashSet<>();
    private String openingKey = "";
    private String policy = "";
    private Optional<Prev> prev = Optional.empty();
    private Optional<Next> next = Optional.empty();
    /** The 24 characters of the latest time; none before the first entry. */
    private byte[] lastTs = new byte[0];

    /** The last run that was found to be open, as its entries write it. */
    private byte[] lastRun = new byte[0];

    private long closed = -1;
    private boolean gaps;

    /**
     * Nothing read yet.
     *
     * @param ids those of no entry yet
     */
    History(Checkpoint checkpoint, Alarms alarms, Ids ids) {
        this.checkpoint = checkpoint;
        this.alarms = alarms;
        this.ids = ids;
    }

    /** An entry that is not here or not readable: what rests on it cannot be held against those that follow. */
    void gap() {
        gaps = true;
    }

    void accept(CheckedEntry entry) {
        byte[] ts = entry.ts().getBytes(StandardCharsets.US_ASCII);
        if (Arrays.compare(ts, lastTs) < 0) {
            String before = new String(lastTs, StandardCharsets.US_ASCII);
            wrong(entry, "ts " + entry.ts() + " is before " + before + " of an earlier entry");
        } else {
            lastTs = ts;
        }
        if (!ids.add(entry.id(), entry.seq())) {
            wrong(entry, SAME_ID);
        }
        if ((entry.seq() == 0) != entry.kind().equals("log_open")) {
            wrong(entry, "log_open is the first entry and no other, but this is '" + entry.kind() + "'");
        }
        byKind(entry);
        requireRun(entry);
    }

    /** Tells of a bundle whose entries are about to be taken one by one. */
    void approach(EntryBundleCheck check) {
        ids.approach(check.ids());
    }

    /**
     * Takes an entry whose form is right and of whose kind nothing more is needed, or, where something about it isn't as
     * it should be, leaves everything as it was and answers false; {@link #accept(CheckedEntry)} says what.
     */
    boolean accept(EntryBundleCheck check, int at) {
        byte[] bytes = check.bytes();
        int ts = check.ts(at);
        int order = Arrays.compare(bytes, ts, ts + QuickEntry.TS_LENGTH, lastTs, 0, lastTs.length);
        if (order < 0 || !isOpen(bytes, check.runFrom(at), check.runTo(at))) {
            return false;
        }
        if (!ids.add(check.idHigh(at), check.idLow(at), check.seq(at))) {
            return false;
        }
        if (order > 0) {
            lastTs = Arrays.copyOfRange(bytes, ts, ts + QuickEntry.TS_LENGTH);
        }
        return true;
    }

    private boolean isOpen(byte[] bytes, int from, int to) {
        if (gaps || from == to || Arrays.equals(bytes, from, to, lastRun, 0, lastRun.length)) {
            return true;
        }
        boolean open = runs.contains(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        lastRun = open ? Arrays.copyOfRange(bytes, from, to) : lastRun;
        return open;
    }

    private void byKind(CheckedEntry entry) {
        switch (entry.kind()) {
            case "log_open" -> open(entry);
            case "log_close" -> {
                closed = closed < 0 ? entry.seq() : closed;
                next = Optional.of(new Next(entry.text("next_origin"), entry.text("next_vkey")));
            }
            case "key_change" ->
                keyChanges.add(new KeyChange(entry.seq(), entry.text("old_vkey"), entry.text("new_vkey")));
            case "run_open" -> {
                runs.add(entry.run());
                configurations.add(entry.text("config_sha256"));
            }
            case "report" -> report(entry);
            case "totals" -> totals(entry);
            default -> {}
        }
    }

    private void open(CheckedEntry entry) {
        openingKey = entry.text("vkey");
        policy = entry.text("policy_sha256");
        if (entry.body().get("prev") instanceof Map<?, ?> log) {
            prev = Optional.of(new Prev(
                    String.valueOf(log.get("origin")),
                    Objects.requireNonNullElse(log.get("size"), ""),
                    String.valueOf(log.get("root"))));
        }
        if (!entry.text("origin").equals(checkpoint.origin())) {
            wrong(
                    entry,
                    "the log was opened as '" + entry.text("origin") + "', but its checkpoint says '"
                            + checkpoint.origin() + "'");
        }
        if (!entry.text("format").equals("audit-trail/1")) {
            wrong(entry, "its format is '" + entry.text("format") + "', expected audit-trail/1");
        }
    }

    private void report(CheckedEntry entry) {
        Report report = new Report(entry.run(), entry.text("name"), entry.text("sha256"));
        String before = sha256ByReport.putIfAbsent(List.of(report.run(), report.name()), report.sha256());
        if (before != null && !before.equals(report.sha256())) {
            wrong(entry, "run '" + report.run() + "' published '" + report.name() + "' before, with SHA-256 " + before);
        }
        reports.add(report);
    }

    /** A missed run was never opened; that is what its entry says. */
    private void requireRun(CheckedEntry entry) {
        boolean needsRun = !entry.run().isEmpty() && !entry.kind().equals("run_missed");
        if (needsRun && !gaps && !runs.contains(entry.run())) {
            wrong(entry, "run '" + entry.run() + "' is used before its run_open");
        }
    }

    /** Rows read are classified, rejected (once called quarantined) or filtered, and nothing else. */
    private void totals(CheckedEntry entry) {
        long parts = 0;
        boolean below = false;
        for (String part : List.of("classified", "rejected", "quarantined", "filtered")) {
            long rows = entry.body().get(part) instanceof Long number ? number : 0;
            below |= rows < 0;
            parts += rows;
        }
        if (!(entry.body().get("read") instanceof Long read) || read != parts || below) {
            wrong(
                    entry,
                    "its totals do not add up: read " + entry.body().get("read")
                            + ", but classified, rejected and filtered make " + parts);
        }
    }

    private void wrong(CheckedEntry entry, String why) {
        alarms.invalid("seq " + entry.seq(), why);
    }

    void finish() {
        ids.repeated(seq -> alarms.invalid("seq " + seq, SAME_ID));
        if (closed >= 0 && closed != checkpoint.size() - 1) {
            alarms.invalid("seq " + (closed + 1), "the log was closed by seq " + closed + ", but goes on");
        }
        if (gaps) {
            alarms.note("some entries could not be read, so runs used before their run_open may go unnoticed");
        }
    }

    boolean hasGaps() {
        return gaps;
    }

    /** The vkey the log was opened with, empty if that cannot be read. */
    String openingKey() {
        return openingKey;
    }

    /** SHA-256 of the witness policy the log was opened with, empty if there was none. */
    String policy() {
        return policy;
    }

    Optional<Prev> prev() {
        return prev;
    }

    Optional<Next> next() {
        return next;
    }

    boolean hasRun(String run) {
        return runs.contains(run);
    }

    List<KeyChange> keyChanges() {
        return keyChanges;
    }

    List<Report> reports() {
        return reports;
    }

    /** SHA-256 of the configurations that runs were opened with. */
    Set<String> configurations() {
        return configurations;
    }
}
