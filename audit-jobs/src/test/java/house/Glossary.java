package house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of {@code docs/glossary.md}: what each is in Japanese, and which other words aren't said for it. */
public final class Glossary {

    /** Where a name of code goes from one word to the next; what is all capitals belongs to somebody else. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=[a-z])(?:(?=[A-Z])|[_-](?=[a-z]))");

    private final List<Word> words = new ArrayList<>();
    /** By the words of code, of the tables below the first. */
    private final Map<String, String> answers = new TreeMap<>();

    /** One row of the first table. */
    public record Word(
            String english, String japanese, String meaning, List<Pattern> never, List<String> neverJapanese) {

        static Word of(String[] cells) {
            String[] never = (cells[3] + ";").split(";", -1);
            return new Word(
                    cells[0],
                    cells[1],
                    cells[2],
                    parts(never[0], ",")
                            .map(word -> Pattern.compile("\\b" + word + "e?s?\\b", Pattern.CASE_INSENSITIVE))
                            .toList(),
                    parts(never[1], "、").toList());
        }

        private static Stream<String> parts(String cell, String between) {
            return Stream.of(cell.split(between, -1)).map(String::strip).filter(part -> !part.isEmpty());
        }
    }

    private Glossary(List<String> lines) {
        for (String line : lines) {
            String[] cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).skip(1).toArray(String[]::new);
            boolean row = line.startsWith("| ") && !cells[1].equals("---") && !cells[1].equals("日本語");
            if (row && cells[0].startsWith("`")) {
                answers.put(cells[0].replace("`", ""), cells[1]);
            } else if (row) {
                words.add(Word.of(cells));
            }
        }
    }

    /** As it stands in the guide. */
    public static Glossary read() {
        try {
            return new Glossary(Files.readAllLines(Path.of("docs/glossary.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the first table. */
    public List<Word> words() {
        return List.copyOf(words);
    }

    /** What an outcome, a verdict or a reason is called in Japanese, by its word in files. */
    public Map<String, String> answers() {
        return answers;
    }

    /** The word of the first table that is written so. */
    public Optional<Word> word(String english) {
        return words.stream().filter(word -> word.english.equals(english)).findFirst();
    }

    /** Which words an English text says that it shouldn't, each with the one to say; names of code count as their words. */
    public List<String> faults(String text) {
        String spaced = BETWEEN.matcher(text).replaceAll(" ");
        List<String> faults = new ArrayList<>();
        for (Word word : words) {
            word.never.stream()
                    .filter(never -> never.matcher(spaced).find())
                    .forEach(never -> faults.add(said(never.pattern(), word.english)));
        }
        return faults;
    }

    /** The same of a Japanese text. */
    public List<String> japaneseFaults(String text) {
        List<String> faults = new ArrayList<>();
        for (Word word : words) {
            word.neverJapanese.stream().filter(text::contains).forEach(never -> faults.add(said(never, word.japanese)));
        }
        return faults;
    }

    private static String said(String never, String instead) {
        return "says '" + never.replace("\\b", "").replace("e?s?", "") + "' for '" + instead + "'";
    }
}
