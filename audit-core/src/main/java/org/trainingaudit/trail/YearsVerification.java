package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trainingaudit.trail.VerifyReport.Result;

/**
 * Verifies the logs of several years and that each begins where the one before was closed.
 *
 * <p>A key of one log leads to the next by what its last entry says. Backwards it leads by what a log's first entry says
 * of the one before: that fixes its size and root, whoever signed it.
 */
final class YearsVerification {

    private static final String RUNNING = "trail";
    private static final String CLOSED = "trail-closed";

    private final Path data;
    private final VerifyOptions options;
    private final Alarms alarms;
    private final List<OneLog> logs = new ArrayList<>();

    private record OneLog(String place, VerifyReport report, Optional<History> history) {

        boolean is(Result result) {
            return report.result() == result;
        }
    }

    YearsVerification(Path data, VerifyOptions options, Alarms alarms) {
        this.data = data;
        this.options = options;
        this.alarms = alarms;
    }

    /** Whether a folder holds not one log but those of several years. */
    static boolean isDataFolder(Path folder) {
        return !Files.exists(folder.resolve("checkpoint")) && Files.isDirectory(folder.resolve(RUNNING));
    }

    VerifyReport run() {
        List<VerifierKey> keys = new ArrayList<>(options.keys());
        for (String place : places()) {
            OneLog log = verify(place, keys);
            learn(log, keys);
            logs.add(log);
        }
        for (int i = 1; i < logs.size(); i++) {
            link(logs.get(i - 1), logs.get(i));
        }
        tellWhatIsBefore(logs.get(0));
        boolean known = believed();
        requireSinceUsed();
        return report(known);
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        Path closed = data.resolve(CLOSED);
        if (Files.isDirectory(closed)) {
            try (Stream<Path> years = Files.list(closed)) {
                years.map(year -> String.valueOf(year.getFileName()))
                        .filter(year -> !year.startsWith("."))
                        .map(year -> CLOSED + "/" + year)
                        .sorted(Comparator.naturalOrder())
                        .forEach(places::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + closed, e);
            }
        }
        places.add(RUNNING);
        return places;
    }

    private OneLog verify(String place, List<VerifierKey> keys) {
        Optional<FolderFiles> opened = open(place);
        if (opened.isEmpty()) {
            return new OneLog(place, TrailVerifier.nothing(new Alarms(), false), Optional.empty());
        }
        try (FolderFiles files = opened.get()) {
            Auditor auditor = new Auditor(optionsFor(files, keys));
            LogVerification verification = new LogVerification(files, auditor, new Alarms());
            VerifyReport report = verification.run();
            return new OneLog(place, report, verification.history());
        }
    }

    private Optional<FolderFiles> open(String place) {
        try {
            return Optional.of(new FolderFiles(data.resolve(place)));
        } catch (TrailException e) {
            alarms.invalid(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The keys that bear this log's name, or none: a key of another year says nothing here. */
    private VerifyOptions optionsFor(LogFiles files, List<VerifierKey> keys) {
        Optional<String> origin = files.read("checkpoint", SignedNote.LARGEST, Function.identity(), new Alarms())
                .flatMap(YearsVerification::origin);
        List<VerifierKey> fitting = keys.stream()
                .filter(key -> key.type() == VerifierKey.Type.WITNESS
                        || origin.filter(key.name()::equals).isPresent())
                .toList();
        boolean meant = since().isPresent() && since().equals(origin);
        return (meant ? options : options.withoutSince()).keys(fitting);
    }

    private Optional<String> since() {
        return options.since().flatMap(file -> origin(Auditor.bytes(file)));
    }

    private static Optional<String> origin(byte[] checkpoint) {
        try {
            return Optional.of(SignedCheckpoint.parse(checkpoint).checkpoint().origin());
        } catch (TrailException e) {
            return Optional.empty();
        }
    }

    private static void learn(OneLog log, List<VerifierKey> keys) {
        Optional<History.Next> next = log.history().flatMap(History::next);
        if (log.is(Result.VERIFIED) && next.isPresent()) {
            try {
                keys.add(VerifierKey.parse(next.get().vkey()));
            } catch (TrailException e) {
                // The next log is then signed by nobody known, and the link says what is wrong.
            }
        }
    }

    /** How two logs hang together, as far as the entries are here that say so. */
    private void link(OneLog before, OneLog after) {
        if (before.history().isEmpty() || after.history().isEmpty()) {
            return;
        }
        linkBack(before, after, after.history().get());
        linkOn(before, after, before.history().get());
    }

    private void linkBack(OneLog before, OneLog after, History history) {
        VerifyReport old = before.report();
        Optional<History.Prev> prev = history.prev();
        if (prev.isEmpty() && history.hasGaps()) {
            alarms.missing(after.place() + ", seq 0", "which log it follows isn't known, since entries are not here");
        } else if (prev.filter(new History.Prev(old.origin(), old.size(), old.root())::equals)
                .isEmpty()) {
            alarms.invalid(
                    after.place() + ", seq 0",
                    "it follows " + prev.map(Object::toString).orElse("no log") + ", but " + before.place()
                            + " ends with size " + old.size() + " and root " + old.root());
        }
    }

    private void linkOn(OneLog before, OneLog after, History history) {
        Optional<History.Next> next = history.next();
        String key = after.history().map(History::openingKey).orElse("");
        boolean withheld = (next.isEmpty() && history.hasGaps())
                || (key.isEmpty() && after.history().filter(History::hasGaps).isPresent());
        if (withheld) {
            alarms.missing(before.place(), "which log follows it isn't known, since entries are not here");
        } else if (next.filter(new History.Next(after.report().origin(), key)::equals)
                .isEmpty()) {
            alarms.invalid(
                    before.place(),
                    "it is followed by '" + after.report().origin() + "' opened with " + key
                            + ", but its last entry names "
                            + next.map(Object::toString).orElse("no log that follows"));
        }
    }

    /** That years are left out before the first one here proves nothing against it, but somebody may want them. */
    private void tellWhatIsBefore(OneLog first) {
        first.history()
                .flatMap(History::prev)
                .ifPresent(prev -> alarms.note(first.place() + ": it follows '" + prev.origin() + "' of " + prev.size()
                        + " entries, which isn't here"));
    }

    /** Whether every log is vouched for: by a key, or by the log after it whose first entry fixes its root. */
    private boolean believed() {
        boolean vouched = false;
        for (int i = logs.size() - 1; i >= 0; i--) {
            OneLog log = logs.get(i);
            vouched = log.is(Result.VERIFIED)
                    || (vouched
                            && log.is(Result.UNAUTHENTICATED)
                            && alarms.problems().isEmpty());
            if (!vouched) {
                return false;
            }
        }
        return true;
    }

    private void requireSinceUsed() {
        since().filter(origin ->
                        logs.stream().noneMatch(log -> log.report().origin().equals(origin)))
                .ifPresent(origin -> alarms.invalid(
                        data.toString(), "your checkpoint is of '" + origin + "', and no log here has that name"));
    }

    private VerifyReport report(boolean known) {
        long checked = 0;
        long withheld = 0;
        String freshness = logs.get(logs.size() - 1).report().freshness();
        for (OneLog log : logs) {
            VerifyReport one = log.report();
            checked += one.checked();
            withheld += one.withheld();
            one.problems()
                    .forEach(problem ->
                            alarms.add(problem.result(), log.place() + "/" + problem.place(), problem.message()));
            one.notes().forEach(note -> alarms.note(log.place() + ": " + note));
            alarms.note(log.place() + ": '" + one.origin() + "', " + one.size() + " entries");
            boolean compared = since().filter(one.origin()::equals).isPresent();
            freshness = compared ? one.freshness() + " (" + log.place() + ")" : freshness;
        }
        VerifyReport newest = logs.get(logs.size() - 1).report();
        return new VerifyReport(
                alarms.worst(known),
                newest.origin(),
                newest.size(),
                newest.root(),
                newest.signedBy(),
                newest.witness(),
                checked,
                withheld,
                freshness,
                alarms.problems(),
                alarms.notes());
    }
}
