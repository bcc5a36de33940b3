package org.trainingaudit.cli;

import picocli.CommandLine.Option;

/** {@code --format} of commands that print JSON Lines and nothing else, so that scripts may ask each command for JSON. */
final class JsonLinesOption {

    enum Format {
        JSON;

        /** As it is typed, and as help shows it. */
        @Override
        public String toString() {
            return "json";
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json, the only one: a JSON document a line.")
    Format format = Format.JSON;
}
