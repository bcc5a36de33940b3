package org.trainingaudit.cli;

import java.util.concurrent.Callable;
import org.trainingaudit.operate.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit completion}: what makes a shell complete commands and options. */
@Command(
        name = "completion",
        description = {
            "Print a script by which bash and zsh complete commands, options and their values.",
            "bash: source <(audit completion). zsh: autoload -U +X bashcompinit && bashcompinit first."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("audit", spec.root().commandLine());
        format.answer()
                .field("script", script)
                .line(script)
                .print(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
