package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trainingaudit.config.Faults;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.LawFile;
import org.trainingaudit.operate.LawWatcher;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.TrailException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit watch}: whether the dates that the packs store are still those of the authority. */
@Command(
        name = "watch",
        description = {
            "Lay the answer of an authority beside the packs: where do stored dates and revisions differ?",
            "FILE is what e-Gov answers when asked for a law's revisions (law_revisions/LAWID, as JSON). It's compared with"
                    + " every regime that has 'authority: {system: e-gov, lawId: LAWID}'.",
            "The answer is kept, and a difference opens a review finding, which stays in findings.csv until the pack is"
                    + " changed or the finding is waived. A pack is never changed by this command."
        },
        footer = {
            "",
            "Exit codes: 0 nothing differs; 1 something differs; 2 wrong use or configuration, or a file was refused, and"
                    + " nothing was kept."
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @ParentCommand
    private AuditCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Only tell; keep nothing and open no finding. Needs no database.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Answers of the authority.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Configuration configuration = options.laws();
        LocalDate today = BusinessDate.in(configuration);
        Faults faults = new Faults();
        List<LawFile> read = new ArrayList<>();
        files.forEach(file ->
                LawFile.read(file, configuration.regimes(), today, faults).ifPresent(read::add));
        if (!faults.isEmpty()) {
            spec.commandLine().getErr().println(faults.text());
            return ExitCode.WRONG_USE;
        }
        if (!dryRun) {
            record(read);
        }
        print(read);
        boolean differs = read.stream().anyMatch(file -> !file.differences().isEmpty());
        return differs ? ExitCode.VIOLATIONS : ExitCode.DONE;
    }

    private void record(List<LawFile> read) {
        try {
            new OwnDatabase(parent, options, Progress.SILENT).with(context -> {
                context.get(LawWatcher.class).record(read);
                return read;
            });
        } catch (DatabaseInUse | TrailException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private void print(List<LawFile> read) {
        PrintWriter out = spec.commandLine().getOut();
        for (LawFile file : read) {
            out.println(format.isJson() ? LawFileText.json(file) : LawFileText.text(file, !dryRun));
        }
        out.flush();
    }
}
