package org.trainingaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import house.Glossary;
import house.Guides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trainingaudit.AuditApplication;
import picocli.CommandLine;

/** What every command has in common, whatever is added to the table of commands. */
class HelpTest {

    /** What a reader is told to type. */
    private static final Pattern CALL = Pattern.compile("\\./audit ([a-z][^`\\n#|>&)]*)");

    private static final Pattern OPTION = Pattern.compile("^--[a-z-]*[a-z]");

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
            assertThat(help).as(name(command)).containsOnlyOnce("Exit codes:").contains("Examples:", "audit ");
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

    /** Whatever isn't a table has no CSV, and asking for one is refused rather than answered with something else. */
    @Test
    void takesNoFormatThatItDoesNotPrint() {
        List<String> csv = ofPeople().stream()
                .filter(command -> command.getCommandSpec().optionsMap().containsKey("--format"))
                .filter(command -> prints(command, "csv"))
                .map(HelpTest::name)
                .toList();
        assertThat(csv).containsExactlyInAnyOrder("audit scan", "audit compare");
    }

    private static boolean prints(CommandLine command, String format) {
        for (String candidate :
                command.getCommandSpec().optionsMap().get("--format").completionCandidates()) {
            if (candidate.equals(format)) {
                return true;
            }
        }
        return false;
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

    /** A guide may leave words out, and never names a command or an option that isn't there. */
    @Test
    void tellsOfEveryCommandAndOptionThatAGuideNames() throws IOException {
        List<String> gone = new ArrayList<>();
        int named = 0;
        for (Path guide : Guides.all()) {
            for (MatchResult call :
                    CALL.matcher(Files.readString(guide)).results().toList()) {
                named++;
                unknown(call.group(1)).ifPresent(word -> gone.add(guide + ": " + word + " in " + call.group()));
            }
        }
        assertThat(gone).isEmpty();
        assertThat(named).isGreaterThan(60);
    }

    private static Optional<String> unknown(String call) {
        CommandLine command = Examples.into(new CommandLine(new AuditCommand(AuditApplication.class)));
        String[] words = call.strip().split("\\s+", -1);
        if (!command.getSubcommands().containsKey(words[0])) {
            return Optional.of(words[0]);
        }
        for (String word : words) {
            command = command.getSubcommands().getOrDefault(word, command);
            Matcher option = OPTION.matcher(word);
            if (option.find()
                    && !command.getCommandSpec().optionsMap().containsKey(option.group())
                    && command.getSubcommands().values().stream()
                            .noneMatch(
                                    below -> below.getCommandSpec().optionsMap().containsKey(option.group()))) {
                return Optional.of(option.group());
            }
        }
        return Optional.empty();
    }
}
