package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of a mistyped command or option which one was meant, where picocli would print the whole help or name what is far. */
final class Mistyped implements IParameterExceptionHandler {

    private final IParameterExceptionHandler others;

    private Mistyped(IParameterExceptionHandler others) {
        this.others = others;
    }

    /** Sets it for this command and all below. */
    static CommandLine toldBy(CommandLine root) {
        return root.setParameterExceptionHandler(new Mistyped(root.getParameterExceptionHandler()));
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) throws Exception {
        Optional<String> meant =
                fault instanceof UnmatchedArgumentException unmatched ? meant(unmatched) : Optional.empty();
        if (meant.isEmpty()) {
            return others.handleParseException(fault, arguments);
        }
        CommandLine line = fault.getCommandLine();
        line.getErr().println(line.getColorScheme().errorText(said((UnmatchedArgumentException) fault)));
        line.getErr().println("Did you mean: " + meant.get() + "?");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String said(UnmatchedArgumentException unmatched) {
        String wrong = unmatched.getUnmatched().get(0);
        return unmatched.isUnknownOption()
                ? String.valueOf(unmatched.getMessage())
                : "There is no command '" + Printable.text(wrong) + "'.";
    }

    private static Optional<String> meant(UnmatchedArgumentException unmatched) {
        CommandSpec command = unmatched.getCommandLine().getCommandSpec();
        String wrong = unmatched.getUnmatched().get(0);
        if (!unmatched.isUnknownOption()) {
            return Nearest.to(wrong, commands(command)).map(name -> command.qualifiedName() + " " + name);
        }
        int value = wrong.indexOf('=');
        String name = value < 0 ? wrong : wrong.substring(0, value);
        return Nearest.to(name, options(command)).map(right -> right + wrong.substring(name.length()));
    }

    private static List<String> commands(CommandSpec above) {
        Stream<String> names = above.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name);
        return above.subcommands().isEmpty()
                ? List.of()
                : Stream.concat(names, Stream.of("--help")).toList();
    }

    private static List<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }
}
