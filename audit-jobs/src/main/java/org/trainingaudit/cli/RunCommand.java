package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.RunResult;
import org.trainingaudit.operate.RunState;
import org.trainingaudit.report.Reports;
import org.trainingaudit.report.SummaryTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit run}: the whole audit, once, in the foreground. */
@Command(
        name = "run",
        description = {
            "Do the nightly audit once, in the foreground.",
            "First goes on with a run that was cut short, if there is one. With another date, an assumed step, or a part"
                    + " of the estate it is a trial: it says what would be, and changes neither findings nor what the"
                    + " next night compares with.",
            Desk.HELP
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

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        RunRequest request = law.request(options.configuration(), sources);
        ProgressLine progress = new ProgressLine(System.err, Ansi.AUTO.enabled());
        Desk<RunActs> desk = new Desk<>(server -> new RemoteRun(server, progress), LocalRun::new);
        return desk.act(parent, options, progress, work -> tell(work.run(request, anew)));
    }

    private int tell(RunActs.Outcome outcome) {
        if (outcome.result().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            outcome.failures().forEach(failure -> err.println("audit: " + failure));
            err.println("audit: run " + outcome.run() + " failed; mend the cause and start 'audit run' again to go on");
            return ExitCode.INCOMPLETE;
        }
        RunResult result = outcome.result().get();
        if (format.isJson()) {
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(result));
        } else {
            print(outcome.run(), result);
        }
        spec.commandLine().getOut().flush();
        return code(result);
    }

    private void print(String run, RunResult result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(SummaryTable.text(result.summary()));
        Path reports = options.places().reports().resolve(Reports.folderName(run));
        out.println("Summary: " + reports.resolve("summary.html"));
        out.println("Reports: " + reports);
        out.println("Trail:   " + options.places().trail());
        result.witnesses().forEach(answer -> out.println("Witness: " + answer));
        out.println("vkey:    " + result.vkey());
    }

    private static int code(RunResult result) {
        if (!result.state().equals(RunState.COMPLETE.word())) {
            return ExitCode.INCOMPLETE;
        }
        return result.adverse() > 0 ? ExitCode.VIOLATIONS : ExitCode.DONE;
    }
}
