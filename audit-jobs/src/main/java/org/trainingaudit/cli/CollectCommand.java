package org.trainingaudit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trainingaudit.config.Fault;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.setup.ConfigurationParts;
import org.trainingaudit.use.CollectResult;
import org.trainingaudit.use.Collector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit collect}: what a register, lineage event, tracker answer, manifest, dataset description or card tells of uses. */
@Command(
        name = "collect",
        description = {
            "Read registers, OpenLineage events, answers of MLflow and Marquez servers, fides manifests, DPV processes,"
                    + " Croissant descriptions and dataset cards.",
            "What tells of training, and which of our datasets a name means, says config/collect.yaml. What flows through"
                    + " other datasets into a training is a use too.",
            "Prints one JSON line for each document. A document that is refused is told on standard error; the others are"
                    + " still answered."
        },
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    /** Taken and checked by picocli; there's nothing to ask it. */
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private JsonLinesOption format;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Collector collector = ConfigurationParts.of(options.places()).collector();
        boolean refused = false;
        for (Path file : files) {
            CollectResult result = collector.collect(file);
            result.faults().stream().map(Fault::text).forEach(spec.commandLine().getErr()::println);
            result.collected().ifPresent(found -> spec.commandLine().getOut().println(found.json()));
            refused |= !result.faults().isEmpty();
        }
        spec.commandLine().getOut().flush();
        return refused ? ExitCode.WRONG_USE : ExitCode.DONE;
    }
}
