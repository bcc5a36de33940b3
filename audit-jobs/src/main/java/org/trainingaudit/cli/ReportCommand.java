package org.trainingaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.PublishedReports;
import org.trainingaudit.operate.PublishedReports.Listed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit report}: the reports that are under a published checkpoint, and no others. */
@Command(
        name = "report",
        description =
                "List or get reports. Only files that the sealed trail names, with the hash that it names, are served.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | get)")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return list(new String[0]);
    }

    @Command(name = "list", description = "List reports by run.", mixinStandardHelpOptions = true)
    int list(@Parameters(hidden = true, arity = "0") String... nothing) {
        List<Listed> reports = new PublishedReports(options.places()).all();
        PrintWriter out = spec.commandLine().getOut();
        for (Listed report : reports) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %-28s %,10d bytes %,8d rows  sha256 %s%s%n",
                    report.run(),
                    report.name(),
                    report.bytes(),
                    report.rows(),
                    report.sha256(),
                    report.isWhole() ? "" : "  MISSING OR CHANGED");
        }
        out.flush();
        return reports.stream().allMatch(Listed::isWhole) ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    @Command(name = "get", description = "Write a report to standard output.", mixinStandardHelpOptions = true)
    int get(
            @Parameters(paramLabel = "RUN", description = "The run's key, such as manual/2026-11-21/1.") String run,
            @Parameters(paramLabel = "NAME", description = "The file's name, such as verdicts.csv.") String name)
            throws IOException {
        Path file = new PublishedReports(options.places())
                .find(run, name)
                .orElseThrow(() -> new WrongUse("no report '" + name + "' of run '" + run
                        + "' is under a published checkpoint; see 'audit report list'"));
        Files.copy(file, System.out);
        System.out.flush();
        return ExitCode.DONE;
    }
}
