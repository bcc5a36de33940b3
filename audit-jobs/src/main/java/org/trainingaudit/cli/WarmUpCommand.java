package org.trainingaudit.cli;

import java.util.concurrent.Callable;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.setup.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Loads what the other commands load, so that the launcher can archive the classes; needs an empty data folder. */
@Command(name = "warm-up", hidden = true, description = "Load classes for the class-data archive.")
final class WarmUpCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @ParentCommand
    private AuditCommand parent;

    @Override
    public Integer call() {
        Check.of(options.places());
        AuditContext.start(parent.application(), options.places(), options.configuration(), Progress.SILENT)
                .close();
        return ExitCode.DONE;
    }
}
