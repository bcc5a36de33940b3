package org.trainingaudit.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.notice.Postman;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.CannotRestart;
import org.trainingaudit.operate.DatabaseInUse;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.Nights;
import org.trainingaudit.operate.Summaries;
import org.trainingaudit.report.NightSummary;
import org.trainingaudit.report.SummaryTable;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit run}: the whole audit, once, in the foreground. */
@Command(
        name = "run",
        description = {
            "Do the nightly audit once, in the foreground.",
            "First goes on with a run that was cut short, if there is one. With another date, an assumed step, or a part"
                    + " of the estate it is a trial: it says what would be, and changes neither findings nor what the"
                    + " next night compares with."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Mixin
    private LawOptions law;

    @ParentCommand
    private AuditCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", paramLabel = "ID", description = "Only datasets of that source. Repeatable.")
    private List<String> sources = List.of();

    @Option(names = "--new", description = "Give up a run that was cut short, and start anew.")
    private boolean anew;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = options.configuration();
        RunRequest request = law.request(configuration, sources);
        Places places = options.places();
        ProgressLine progress = new ProgressLine(System.err, Ansi.AUTO.enabled());
        try (AuditContext context = AuditContext.start(parent.application(), places, configuration, progress)) {
            Nights nights = context.get(Nights.class);
            Nights.Outcome outcome = anew ? nights.runAnew(request) : nights.run(request);
            context.get(Postman.class).deliver();
            return tell(outcome, places, context);
        } catch (DatabaseInUse | CannotRestart | TrailException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private int tell(Nights.Outcome outcome, Places places, AuditContext context) throws IOException {
        Run run = outcome.run();
        if (run.status() == RunStatus.OPEN) {
            outcome.failures().forEach(failure -> spec.commandLine().getErr().println("audit: " + failure));
            spec.commandLine()
                    .getErr()
                    .println(
                            "audit: run " + run.key() + " failed; mend the cause and start 'audit run' again to go on");
            return ExitCode.INCOMPLETE;
        }
        NightSummary summary = context.get(Summaries.class).of(run);
        var out = spec.commandLine().getOut();
        out.println(SummaryTable.text(summary));
        out.println("Reports: " + places.reports().resolve(run.folder()));
        out.println("Trail:   " + places.trail());
        Trail trail = context.get(Trail.class);
        trail.witnesses().forEach(answer -> out.println("Witness: " + answer.witness() + ": " + answer.message()));
        out.println("vkey:    " + trail.vkey());
        return code(outcome, summary);
    }

    private static int code(Nights.Outcome outcome, NightSummary summary) {
        if (outcome.run().status() != RunStatus.COMPLETE) {
            return ExitCode.INCOMPLETE;
        }
        boolean adverse = outcome.run().counts() ? outcome.adverseFindings() > 0 : summary.violations() > 0;
        return adverse ? ExitCode.VIOLATIONS : ExitCode.DONE;
    }
}
