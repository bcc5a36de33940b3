package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.json.JsonMapper;

/** {@code --format} of commands that say something to people, or the same to programs. What isn't a table has no CSV. */
final class FormatOption {

    private enum Format {
        TABLE,
        JSON;

        /** As it is typed, and as help shows it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table: lines for people; json: a document a line, for programs (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    boolean isJson() {
        return format == Format.JSON;
    }

    /** What the command says, in that format. */
    Answer answer() {
        return new Answer(isJson());
    }

    /** Says a line to people: in the table's place, or, where a program reads that, beside it. */
    void say(CommandLine command, String line) {
        (isJson() ? command.getErr() : command.getOut()).println(line);
    }

    /** Prints one thing in that format. */
    void print(PrintWriter out, Object document, Supplier<String> line) {
        out.println(isJson() ? JsonMapper.shared().writeValueAsString(document) : line.get());
    }
}
