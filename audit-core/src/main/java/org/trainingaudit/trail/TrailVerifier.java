package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.trail.VerifyReport.Result;

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
     * of several years in {@code trail-closed/} and {@code trail/}. Never throws for what it finds; the report says it.
     */
    public static VerifyReport verify(Path path, VerifyOptions options) {
        Findings findings = new Findings();
        try {
            return verify(path, options, new Auditor(options), findings);
        } catch (TrailException e) {
            findings.add(Result.WRONG_USE, path.toString(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            findings.missing(path.toString(), "it cannot be read: " + e.getMessage() + " (" + e.getCause() + ")");
        }
        return nothing(findings, true);
    }

    private static VerifyReport verify(Path path, VerifyOptions options, Auditor auditor, Findings findings) {
        if (YearsVerification.isDataFolder(path)) {
            return new YearsVerification(path, options, findings).run();
        }
        if (Files.isDirectory(path)) {
            return withSource(path, auditor, findings);
        }
        if (!Files.isRegularFile(path)) {
            throw new TrailException("there is no folder or file of this name");
        }
        return String.valueOf(path.getFileName()).endsWith(".tlog-proof")
                ? new SingleProof(path, options, auditor, findings).run()
                : withSource(path, auditor, findings);
    }

    private static VerifyReport withSource(Path path, Auditor auditor, Findings findings) {
        Optional<LogSource> opened = open(path, findings);
        if (opened.isEmpty()) {
            return nothing(findings, auditor.hasKey());
        }
        try (LogSource source = opened.get()) {
            return new LogVerification(source, auditor, findings).run();
        }
    }

    private static Optional<LogSource> open(Path path, Findings findings) {
        try {
            return Optional.of(Files.isDirectory(path) ? new FolderSource(path) : ZipSource.open(path));
        } catch (TrailException e) {
            findings.invalid(path.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            findings.add(
                    Result.WRONG_USE,
                    path.toString(),
                    "it is neither a folder, a readable zip nor a .tlog-proof: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The report where no checkpoint could be believed. */
    static VerifyReport nothing(Findings findings, boolean keyGiven) {
        return new VerifyReport(
                findings.worst(keyGiven),
                "",
                -1,
                "",
                List.of(),
                Optional.empty(),
                0,
                0,
                "not proven",
                findings.problems(),
                findings.notes());
    }
}
