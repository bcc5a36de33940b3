package org.trainingaudit.cli;

import picocli.CommandLine.Option;

/** {@code --format} of commands that say a few things: lines for people, or one JSON object for scripts. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table: lines for people; json: one object (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    boolean isJson() {
        if (format == OutputFormat.CSV) {
            throw new WrongUse("there is no CSV of this; choose --format table or json");
        }
        return format == OutputFormat.JSON;
    }

    /** What the command says, in that format. */
    Answer answer() {
        return new Answer(isJson());
    }
}
