package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.trail.VerifyReport.Result;
import org.trainingaudit.zip.RefusedZip;

/**
 * Verifies a log or evidence bundle offline, trusting only what the auditor brings along.
 *
 * <p>Shares no code with the writer: it reads JSON, tree and zip by itself, uses neither database nor library, and
 * changes nothing. Memory grows by some 25 bytes an entry.
 */
public final class TrailVerifier {

    private TrailVerifier() {}

    /**
     * Verifies a folder with a log or bundle, a zipped bundle, a single {@code .tlog-proof}, or a data folder with the logs
     * of several years in {@code trail-closed/} and {@code trail/}; one that is sealed meanwhile is read anew. Never throws for
     * what it finds; the report says it.
     */
    public static VerifyReport verify(Path path, VerifyOptions options) {
        return new GrowingLog(path).verify(() -> once(path, options));
    }

    private static VerifyReport once(Path path, VerifyOptions options) {
        Alarms alarms = new Alarms();
        try {
            return verify(path, options, new Auditor(options), alarms);
        } catch (TrailException e) {
            alarms.add(Result.WRONG_USE, path.toString(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            alarms.missing(path.toString(), "it cannot be read: " + e.getMessage() + " (" + e.getCause() + ")");
        } catch (OutOfMemoryError e) {
            alarms.missing(
                    path.toString(),
                    "nothing can be said of it: Java may take "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MiB of memory, which isn't enough; give it more, for example with JAVA_TOOL_OPTIONS=-Xmx1g");
        }
        return nothing(alarms, true);
    }

    private static VerifyReport verify(Path path, VerifyOptions options, Auditor auditor, Alarms alarms) {
        if (YearsVerification.isDataFolder(path)) {
            return new YearsVerification(path, options, alarms).run();
        }
        if (Files.isDirectory(path)) {
            return withFiles(path, auditor, alarms);
        }
        if (!Files.isRegularFile(path)) {
            throw new TrailException("there is no folder or file of this name");
        }
        return String.valueOf(path.getFileName()).endsWith(".tlog-proof")
                ? new SingleProof(path, options, auditor, alarms).run()
                : withFiles(path, auditor, alarms);
    }

    private static VerifyReport withFiles(Path path, Auditor auditor, Alarms alarms) {
        Optional<LogFiles> opened = open(path, alarms);
        if (opened.isEmpty()) {
            return nothing(alarms, auditor.hasKey());
        }
        try (LogFiles files = opened.get()) {
            return new LogVerification(files, auditor, alarms).run();
        }
    }

    private static Optional<LogFiles> open(Path path, Alarms alarms) {
        try {
            return Optional.of(Files.isDirectory(path) ? new FolderFiles(path.toRealPath()) : new ZipFiles(path));
        } catch (TrailException | RefusedZip e) {
            alarms.invalid(path.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            alarms.add(
                    Result.WRONG_USE,
                    path.toString(),
                    "it is neither a folder, a readable zip nor a .tlog-proof: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The report where no checkpoint could be believed. */
    static VerifyReport nothing(Alarms alarms, boolean keyGiven) {
        return new VerifyReport(
                alarms.worst(keyGiven),
                "",
                -1,
                "",
                List.of(),
                Optional.empty(),
                0,
                0,
                "not proven",
                alarms.problems(),
                alarms.notes());
    }
}
