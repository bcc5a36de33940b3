package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.DatabaseInUse;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.trail.TrailException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit jobs}: which runs there were and where they stand. */
@Command(
        name = "jobs",
        description = "List the runs, the newest first. A run that is open was cut short; 'audit run' goes on with it.",
        mixinStandardHelpOptions = true)
final class JobsCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @ParentCommand
    private AuditCommand parent;

    @Spec
    private CommandSpec spec;

    @picocli.CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "list",
            description = "What to do: list (the default).")
    private String action = "list";

    @Override
    public Integer call() {
        if (!action.equals("list")) {
            throw new WrongUse("unknown action '" + action + "'; expected list");
        }
        try (AuditContext context =
                AuditContext.start(parent.application(), options.places(), options.configuration(), Progress.SILENT)) {
            PrintWriter out = spec.commandLine().getOut();
            for (Run run : context.get(Runs.class).all()) {
                out.printf(
                        Locale.ROOT,
                        "%-28s %-10s as of %s%n",
                        run.key(),
                        run.status().name().toLowerCase(Locale.ROOT),
                        run.asOf());
            }
            out.flush();
            return ExitCode.DONE;
        } catch (DatabaseInUse | TrailException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
