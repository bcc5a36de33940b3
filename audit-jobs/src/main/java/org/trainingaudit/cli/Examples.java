package org.trainingaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;

/** What stands under each command's options: how it is used, and what its exit codes say. The texts are a table of their own. */
final class Examples {

    private static final String TABLE = "/help.properties";

    private final Properties texts = new Properties();

    private Examples() {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(TABLE), TABLE)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds them to every command below. */
    static CommandLine into(CommandLine root) {
        Examples examples = new Examples();
        root.getSubcommands().values().forEach(command -> examples.into(command, ""));
        return root;
    }

    private void into(CommandLine command, String above) {
        String name = above + command.getCommandName();
        List<String> footer = new ArrayList<>(
                Arrays.asList(command.getCommandSpec().usageMessage().footer()));
        String codes = texts.getProperty(name + ".codes", "");
        if (!codes.isEmpty()) {
            footer.addAll(List.of("", "Exit codes: " + codes));
        }
        String examples = texts.getProperty(name + ".examples", "");
        if (!examples.isEmpty()) {
            footer.addAll(List.of("", "Examples:"));
            examples.lines().forEach(line -> footer.add("  " + line.replace("%", "%%")));
        }
        command.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
        command.getSubcommands().values().forEach(below -> into(below, name + "."));
    }
}
