package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.operate.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The table of commands. */
@Command(
        name = "audit",
        description = "Which sensitive personal data trains which AI model, and is it allowed under each law.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ScanCommand.class,
            DetectCommand.class,
            CollectCommand.class,
            JudgeCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            AttestCommand.class,
            ReviewCommand.class,
            CheckCommand.class,
            WatchCommand.class,
            JobsCommand.class,
            ServeCommand.class,
            ReportCommand.class,
            BundleCommand.class,
            WaiverCommand.class,
            VerifyCommand.class,
            TrailCommand.class,
            WitnessCommand.class,
            CompletionCommand.class,
            WarmUpCommand.class
        },
        footer = {
            "",
            "Results go to standard output, diagnostics to standard error.",
            "Exit codes: 0 done; 1 done, violations open; 2 wrong use or configuration; 3 run incomplete.",
            "'verify' has codes of its own: see 'audit verify --help'."
        })
public final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private final Class<?> application;

    AuditCommand(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs one command line.
     *
     * @param application the class from which commands that need a database start the Spring context
     * @return the exit code
     */
    public static int execute(Class<?> application, String... arguments) {
        try {
            return run(application, arguments);
        } catch (OutOfMemoryError | NoClassDefFoundError | ExceptionInInitializerError e) {
            return TooLittleMemory.tell(e, arguments);
        }
    }

    private static int run(Class<?> application, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return Mistyped.toldBy(Spelling.of(Examples.into(new CommandLine(new AuditCommand(application)))))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(AuditCommand::tell)
                .execute(arguments);
    }

    /** A fault of the operator's is told in words; a fault of ours keeps its stack, which is the evidence. */
    private static int tell(Exception fault, CommandLine line, CommandLine.ParseResult parsed) {
        if (fault instanceof ConfigurationException configuration) {
            line.getErr().println(configuration.getMessage());
            int count = configuration.faults().size();
            line.getErr().println(count + (count == 1 ? " fault" : " faults") + " found; nothing has run.");
            return ExitCode.WRONG_USE;
        }
        if (fault instanceof WrongUse) {
            line.getErr().println("audit: " + fault.getMessage());
            return ExitCode.WRONG_USE;
        }
        if (TooLittleMemory.isCauseOf(fault)) {
            return TooLittleMemory.tell(parsed.originalArgs());
        }
        Optional<DiskFault> disk = DiskFault.in(fault);
        if (disk.isPresent()) {
            line.getErr().println("audit: " + disk.get().getMessage());
            return ExitCode.INCOMPLETE;
        }
        line.getErr().println("audit: the command failed: " + fault);
        fault.printStackTrace(line.getErr());
        return ExitCode.INCOMPLETE;
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
