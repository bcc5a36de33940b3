package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of docs/operating.md and docs/many-machines.md as they stand there, and a shell that does them. */
final class Guide {

    private static final List<String> FILES = List.of("docs/operating.md", "docs/many-machines.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(?:sh|text)\n(?<commands>.*?)```");

    private Guide() {}

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String file : FILES) {
            text.append(Files.readString(Path.of(file)));
        }
        return text.toString();
    }

    /** What stands there from these words to the end of the line or of the code. */
    static String command(String begins) throws IOException {
        Matcher found = Pattern.compile(Pattern.quote(begins) + "[^`\n]*").matcher(text());
        assertThat(found.find()).as(begins).isTrue();
        return found.group();
    }

    /** The whole block of commands that begins so. */
    static String block(String begins) throws IOException {
        return BLOCK.matcher(text())
                .results()
                .map(found -> found.group(1))
                .filter(commands -> commands.startsWith(begins))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block begins with " + begins));
    }

    /** Does it in that folder and answers with what it said; it has to end with 0. */
    static String shell(Path folder, String commands, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", commands).directory(folder.toFile());
        shell.environment().putAll(variables);
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(commands + "\n" + said).isZero();
        return said.strip();
    }
}
