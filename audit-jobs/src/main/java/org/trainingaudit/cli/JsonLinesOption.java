package org.trainingaudit.cli;

import picocli.CommandLine.Option;

/** {@code --format} of commands that print JSON Lines and nothing else, so that scripts may ask each command for JSON. */
final class JsonLinesOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json, the only one: a JSON document a line.")
    private OutputFormat format = OutputFormat.JSON;

    void check() {
        if (format != OutputFormat.JSON) {
            throw new WrongUse("this is printed as JSON Lines only; leave --format out, or choose json");
        }
    }
}
