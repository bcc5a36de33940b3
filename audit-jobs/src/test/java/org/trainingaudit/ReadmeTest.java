package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, in its order, on the estate that ships; and the rows it shows, in the reports it makes. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROWS = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    Path data;

    @Test
    void showsCommandsThatWork() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> ran = new ArrayList<>();
        String vkey = "";
        for (String line : lines(BLOCK, readme)) {
            if (!line.startsWith("./audit ")) {
                continue;
            }
            Command command = Command.audit(arguments(line, vkey));
            boolean run = line.startsWith("./audit run");
            assertThat(command.code())
                    .as("%s: %s%s", line, command.out(), command.err())
                    .isEqualTo(run ? 1 : 0);
            vkey = run ? command.vkey() : vkey;
            ran.add(line);
        }
        assertThat(ran).hasSizeGreaterThanOrEqualTo(3);
        assertRowsAreReal(readme);
    }

    /** Dates of the day on which it was written are left out; what is said of the uses must be what the run says. */
    private void assertRowsAreReal(String readme) throws IOException {
        String verdicts;
        try (var runs = Files.list(data.resolve("reports"))) {
            verdicts = Files.readString(runs.filter(path -> path.toString().contains("manual_"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("verdicts.csv"));
        }
        List<String> shown = lines(ROWS, readme);
        assertThat(shown).hasSizeGreaterThan(3);
        for (String row : shown.subList(1, shown.size())) {
            String[] cells = row.split(",", -1);
            assertThat(verdicts.lines()
                            .filter(line -> line.startsWith(cells[0] + "/" + cells[1] + ","))
                            .filter(line -> line.contains("," + cells[2] + ","))
                            .filter(line -> line.contains(cells[3]) && line.contains(cells[4])))
                    .as(row)
                    .isNotEmpty();
        }
    }

    private static List<String> lines(Pattern block, String text) {
        List<String> lines = new ArrayList<>();
        Matcher matcher = block.matcher(text);
        while (matcher.find()) {
            matcher.group(1).lines().forEach(lines::add);
        }
        return lines;
    }

    private String[] arguments(String line, String vkey) {
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(line.substring("./audit ".length()));
        while (words.find()) {
            String word = words.group(1) == null ? words.group(2) : vkey;
            arguments.add(word.replace("var/", data + "/"));
        }
        if (!line.contains("verify")) {
            arguments.addAll(List.of("--data", data.toString()));
        }
        return arguments.toArray(String[]::new);
    }
}
