package org.trainingaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code audit jobs}: which runs there were, where they stand, and what operators do with them. */
@Command(
        name = "jobs",
        description = {
            "List runs, start, stop, restart and recover them, or give one up.",
            Desk.HELP + " A run then goes on there."
        },
        footer = {"", "Exit codes: 0 done; 2 refused or wrong use, nothing has changed; 3 the run was cut short."},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[list | start | stop | restart | recover | give-up]")
final class JobsCommand extends DeskCommand<JobsActs> {

    private static final String RUN = "The run's key, such as manual/2026-11-21/1.";
    private static final String REASON = "Why; it stays in the trail with the account's name.";

    JobsCommand() {
        super(new Desk<>(RemoteJobs::new, LocalJobs::new));
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "List the runs, the newest first.", mixinStandardHelpOptions = true)
    int list() {
        return with(desk -> print(desk.list()));
    }

    @Command(
            name = "start",
            description = "Start a run; with another date, an assumed step or a part of the estate it is a trial.",
            mixinStandardHelpOptions = true)
    int start(
            @Mixin LawOptions law,
            @Option(names = "--source", paramLabel = "ID", description = "Only datasets of that source. Repeatable.")
                    List<String> sources,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = REASON) String reason,
            @Option(
                            names = "--key",
                            paramLabel = "TEXT",
                            description = "A key of your own: asked twice under one key, it starts once.")
                    Optional<String> key) {
        List<String> wanted = sources == null ? List.of() : sources;
        RunRequest request = law.request(options().configuration(), wanted);
        return with(desk -> ended(desk.start(request, reason, key)));
    }

    @Command(
            name = "stop",
            description = "Stop a run at its next chunk; it can be restarted.",
            mixinStandardHelpOptions = true)
    int stop(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = REASON) String reason) {
        return with(desk -> print(List.of(desk.act("stop", run, reason))));
    }

    @Command(
            name = "restart",
            description = "Go on with a run that was stopped, failed or cut short, at the step where it was.",
            mixinStandardHelpOptions = true)
    int restart(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = REASON) String reason) {
        return with(desk -> ended(desk.act("restart", run, reason)));
    }

    @Command(
            name = "recover",
            description = "Go on with a run whose process ended without a word, if there is one.",
            mixinStandardHelpOptions = true)
    int recover() {
        return with(desk -> desk.recover().map(this::ended).orElseGet(() -> {
            say("Nothing to recover.");
            return ExitCode.DONE;
        }));
    }

    @Command(
            name = "give-up",
            description = "Give up a run that was cut short, so that another can be started; what it recorded stays.",
            mixinStandardHelpOptions = true)
    int giveUp(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = REASON) String reason) {
        return with(desk -> print(List.of(desk.act("give-up", run, reason))));
    }

    private int with(Function<JobsActs, Integer> work) {
        return act(new ProgressLine(System.err, Ansi.AUTO.enabled()), work);
    }

    private int ended(JsonNode run) {
        print(List.of(run));
        String state = run.path("state").asString();
        boolean cutShort = RunState.valueOf(state.toUpperCase(Locale.ROOT)).canRestart();
        return cutShort ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private int print(List<JsonNode> runs) {
        return print(runs, "runs", JobsCommand::line);
    }

    private static String line(JsonNode run) {
        return String.format(
                Locale.ROOT,
                "%-28s %-11s as of %s  started %s by %s%s",
                run.path("run").asString(),
                run.path("state").asString(),
                run.path("asOf").asString(),
                run.path("started").asString("not yet"),
                run.path("actor").asString(),
                progress(run.path("progress")));
    }

    private static String progress(JsonNode step) {
        if (step.isMissingNode()) {
            return "";
        }
        String of = step.path("things").asLong() > 0
                ? " " + step.path("done").asLong() + " of "
                        + step.path("things").asLong()
                : "";
        return "  " + step.path("name").asString() + of;
    }
}
