package org.trainingaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trainingaudit.bundle.EvidenceFolder;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.PublishedReports;
import org.trainingaudit.operate.PublishedReports.Listed;
import org.trainingaudit.trail.TrailException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code audit report}: the reports that are under a published checkpoint, and no others. */
@Command(
        name = "report",
        description =
                "List or get reports. Only files that the sealed trail names, with the hash that it names, are served.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[list | get]")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "BUNDLE",
            description = "Write a past run's reports again from a trail's folder, a bundle's folder or its zip alone.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "With --from: the folder to write them to.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "With --from: the run (default: the bundle's own, else the newest with reports).")
    private Optional<String> run = Optional.empty();

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        return from.isPresent() ? rewrite(from.get()) : list(new String[0]);
    }

    private int rewrite(Path place) {
        Path folder = out.orElseThrow(() -> new WrongUse("--from needs --out, the folder to write the reports to"));
        try (EvidenceFolder evidence = EvidenceFolder.open(place)) {
            EvidenceFolder.Rewritten written = evidence.rewrite(run, folder);
            written.equal().forEach((name, equal) -> {
                if (!equal) {
                    spec.commandLine().getErr().println("audit: '" + name + "' is not the file that the trail names");
                }
            });
            long equal = written.equal().values().stream().filter(same -> same).count();
            format.answer()
                    .field("run", written.run())
                    .field("folder", folder.toString())
                    .field("files", written.equal().size())
                    .field("equal", equal)
                    .line("Reports of " + written.run() + " in " + folder + ": " + equal + " of "
                            + written.equal().size() + " files equal what the trail names, byte for byte.")
                    .line("Whether the trail itself is genuine says 'audit verify'.")
                    .print(spec.commandLine().getOut());
            return equal == written.equal().size() ? ExitCode.DONE : ExitCode.INCOMPLETE;
        } catch (IOException | TrailException | IllegalArgumentException e) {
            throw new WrongUse("no reports were written: " + e.getMessage());
        }
    }

    @Command(name = "list", description = "List reports by run.", mixinStandardHelpOptions = true)
    int list(@Parameters(hidden = true, arity = "0") String... nothing) {
        List<Listed> reports = new PublishedReports(options.places()).all();
        if (reports.isEmpty()) {
            format.say(spec.commandLine(), "There are no reports.");
        }
        PrintWriter out = spec.commandLine().getOut();
        reports.forEach(report -> format.print(out, document(report), () -> line(report)));
        out.flush();
        return reports.stream().allMatch(Listed::isWhole) ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private static ObjectNode document(Listed report) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("run", report.run())
                .put("name", report.name())
                .put("bytes", report.bytes())
                .put("rows", report.rows())
                .put("sha256", report.sha256())
                .put("whole", report.isWhole());
    }

    private static String line(Listed report) {
        return String.format(
                Locale.ROOT,
                "%-28s %-28s %,10d bytes %,8d rows  sha256 %s%s",
                report.run(),
                report.name(),
                report.bytes(),
                report.rows(),
                report.sha256(),
                report.isWhole() ? "" : "  MISSING OR CHANGED");
    }

    @Command(name = "get", description = "Write a report to standard output.", mixinStandardHelpOptions = true)
    int get(
            @Parameters(paramLabel = "RUN", description = "The run's key, such as manual/2026-11-21/1.") String run,
            @Parameters(paramLabel = "NAME", description = "The file's name, such as verdicts.csv.") String name)
            throws IOException {
        if (format.isJson()) {
            throw new WrongUse("a report is printed byte for byte, as the trail names it; leave --format out");
        }
        Path file = new PublishedReports(options.places())
                .find(run, name)
                .orElseThrow(() -> new WrongUse("no report '" + name + "' of run '" + run
                        + "' is under a published checkpoint; see 'audit report list'"));
        Files.copy(file, System.out);
        System.out.flush();
        return ExitCode.DONE;
    }
}
