package org.trainingaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.setup.Check;
import org.trainingaudit.setup.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit check}: whether the configuration is sound and the law says what its cases say. */
@Command(
        name = "check",
        description = "Check the whole configuration and run every case of the regimes. Tells all faults at once.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Option(names = "--watch", description = "Check again at each change of the folder, and tell what changed.")
    private boolean watch;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "With --watch: end after that time, such as PT30M; else at the end of the input or Ctrl-C.")
    private Optional<Duration> within = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "DIR",
            description = "Only write the JSON Schemas of packs and cases there, for completion in editors.")
    private Optional<Path> schema = Optional.empty();

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Answer answer = format.answer();
        if (schema.isPresent()) {
            List<String> written = Schemas.write(schema.get(), options.places()).stream()
                    .map(Path::toString)
                    .toList();
            written.forEach(file -> answer.line("wrote " + file));
            answer.field("written", written).print(out);
            return ExitCode.DONE;
        }
        if (!format.isJson()) {
            out.println("Checking " + options.places().config() + " ...");
            out.flush();
        }
        if (watch) {
            return new CheckWatch(
                            options.places(),
                            format.isJson(),
                            out,
                            spec.commandLine().getErr())
                    .until(within, System.in);
        }
        return tell(Check.of(options.places()), answer);
    }

    private int tell(Check check, Answer answer) {
        check.wrongs().forEach(spec.commandLine().getErr()::println);
        check.warnings().forEach(spec.commandLine().getErr()::println);
        answer.field("sound", check.isSound())
                .field("summary", check.summary())
                .field("wrongs", check.wrongs())
                .field("warnings", check.warnings())
                .line(check.summary())
                .print(spec.commandLine().getOut());
        return check.isSound() ? ExitCode.DONE : ExitCode.WRONG_USE;
    }
}
