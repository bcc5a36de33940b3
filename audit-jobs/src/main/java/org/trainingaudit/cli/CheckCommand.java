package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.trainingaudit.operate.Check;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.regime.CaseResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit check}: whether the configuration is sound and the law says what its cases say. */
@Command(
        name = "check",
        description = "Check the whole configuration and run every case of the regimes. Tells all faults at once.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("Checking " + options.places().config() + " ...");
        spec.commandLine().getOut().flush();
        Check check = Check.of(options.places());
        PrintWriter err = spec.commandLine().getErr();
        if (!check.faults().isEmpty()) {
            err.println(check.faults().text());
        }
        check.failedCases().stream().map(CaseResult::text).forEach(err::println);
        check.refusals().forEach(refusal -> err.println("ERROR: " + refusal.message()));
        spec.commandLine().getOut().println(check.summary());
        return check.isSound() ? ExitCode.DONE : ExitCode.WRONG_USE;
    }
}
