package org.trainingaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import house.Glossary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingaudit.AuditApplication;
import picocli.CommandLine;

/** What every command has in common, whatever is added to the table of commands. */
class HelpTest {

    private static List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>();
        add(Examples.into(new CommandLine(new AuditCommand(AuditApplication.class))), all);
        return all.subList(1, all.size());
    }

    private static void add(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(below -> add(below, all));
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static List<CommandLine> ofPeople() {
        return commands().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    @Test
    void saysWhatItsExitCodesMeanAndHowItIsUsed() {
        for (CommandLine command : ofPeople()) {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help).as(name(command)).containsIgnoringCase("exit code").contains("Examples:", "audit ");
        }
    }

    @Test
    void saysTheWordsOfTheGlossary() {
        Glossary glossary = Glossary.read();
        for (CommandLine command : commands()) {
            assertThat(glossary.faults(
                            command.getUsageMessage(CommandLine.Help.Ansi.OFF).replaceFirst("Usage:", "")))
                    .as(name(command))
                    .isEmpty();
        }
    }

    @Test
    void takesTheFormatAsTheOthersDo() {
        List<String> without = ofPeople().stream()
                .filter(command -> command.getSubcommands().isEmpty())
                .filter(command -> !command.getCommandSpec().optionsMap().containsKey("--format"))
                .map(HelpTest::name)
                .toList();
        assertThat(without).isEmpty();
    }

    /** The examples are commands that the program takes, at least as far as their options go. */
    @Test
    void showsExamplesWhoseOptionsThereAre() {
        for (CommandLine command : ofPeople()) {
            for (String line : command.getCommandSpec().usageMessage().footer()) {
                if (line.startsWith("  audit ")) {
                    for (String word : line.strip().split(" +", -1)) {
                        if (word.startsWith("--")) {
                            String there = command.getUsageMessage(CommandLine.Help.Ansi.OFF)
                                    + command.getSubcommands().values().stream()
                                            .map(below -> below.getUsageMessage(CommandLine.Help.Ansi.OFF))
                                            .reduce("", String::concat);
                            assertThat(there.replace(line, ""))
                                    .as(name(command))
                                    .contains(word);
                        }
                    }
                }
            }
        }
    }
}
