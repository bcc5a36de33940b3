package org.trainingaudit.use;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * A file that somebody wants collected, with a first look into it. JSON may be one value, an array of values, or one value
 * in each line; lines are read one by one, however many there are.
 */
final class Document {

    private static final int MOST_FAULTS = 1_000;
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(.*?\\R)---\\s*(\\R|\\z)", Pattern.DOTALL);

    private final Path file;
    private final Optional<Node> first;
    private final boolean inLines;
    private final Optional<TextFile> text;
    private boolean cut;

    private Document(Path file, Optional<Node> first, boolean inLines) {
        this(file, first, inLines, Optional.empty());
    }

    private Document(Path file, Optional<Node> first, boolean inLines, Optional<TextFile> text) {
        this.file = file;
        this.first = first;
        this.inLines = inLines;
        this.text = text;
    }

    /** The document; nothing, and a fault, where it can't be read or isn't what its ending says. */
    static Optional<Document> open(Path file, Faults faults) throws IOException {
        if (!Files.isRegularFile(file)) {
            String found = Files.exists(file) ? "not a regular file" : "no such file";
            faults.add(Location.of(file.toString()), found + "; name a file");
            return Optional.empty();
        }
        if (hasEnding(file, ".csv")) {
            return Optional.of(new Document(file, Optional.empty(), false));
        }
        if (hasEnding(file, ".yaml", ".yml")) {
            return TextFile.read(file, faults)
                    .flatMap(text -> ConfigFile.of(text.shown(), text.text()).parse(faults))
                    .map(node -> new Document(file, Optional.of(node), false));
        }
        if (hasEnding(file, ".md")) {
            return TextFile.read(file, faults)
                    .flatMap(text -> frontMatter(text, faults))
                    .map(node -> new Document(file, Optional.of(node), false));
        }
        if (hasEnding(file, ".ttl")) {
            return TextFile.read(file, faults)
                    .map(text -> new Document(file, Optional.empty(), false, Optional.of(text)));
        }
        if (!hasEnding(file, ".json", ".jsonl", ".ndjson", ".jsonld")) {
            return Optional.of(new Document(file, Optional.empty(), false));
        }
        Optional<Node> line = firstLine(file);
        if (line.isPresent() || hasEnding(file, ".jsonl", ".ndjson")) {
            return Optional.of(new Document(file, line, true));
        }
        return TextFile.read(file, faults)
                .flatMap(text -> JsonNodes.parse(text.shown(), 1, text.text(), faults))
                .map(node -> new Document(file, Optional.of(node), false));
    }

    /** The YAML between the first two lines of dashes, with the line numbers of the file. */
    private static Optional<Node> frontMatter(TextFile file, Faults faults) {
        Matcher matcher = FRONT_MATTER.matcher(file.text());
        if (!matcher.find()) {
            faults.add(file.at(0), "expected a line of three dashes, YAML, and three dashes again");
            return Optional.empty();
        }
        return ConfigFile.of(file.shown(), "\n" + matcher.group(1)).parse(faults);
    }

    /** The first line that is a value by itself; in a file of another ending than that of lines, it must be the first of all. */
    private static Optional<Node> firstLine(Path file) throws IOException {
        boolean ofLines = hasEnding(file, ".jsonl", ".ndjson");
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, file.toString());
            while (lines.next()) {
                Faults ignored = new Faults();
                Optional<String> text = lines.text(ignored).filter(line -> !line.isBlank());
                Optional<Node> value = text.flatMap(line -> JsonNodes.parse(file.toString(), 1, line, ignored));
                if (value.isPresent() || (!ofLines && (text.isPresent() || !ignored.isEmpty()))) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    Path file() {
        return file;
    }

    /** Its text, where it is one of a form that isn't a tree. */
    Optional<TextFile> text() {
        return text;
    }

    /** That something of it could not be read, and so is missing from what it tells. */
    void cut() {
        cut = true;
    }

    /** Whether something of it could not be read so far. */
    boolean isCut() {
        return cut;
    }

    /** Its tree. */
    Optional<Node> whole() {
        return first;
    }

    /** Where a value of it stands, as the origin of what follows from it. */
    String origin(Node node) {
        return "lineage:" + file.getFileName() + ":" + node.at().line();
    }

    boolean endsWith(String... endings) {
        return hasEnding(file, endings);
    }

    private static boolean hasEnding(Path file, String... endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The first value that may tell of which kind the document is. */
    Optional<Node> first() {
        return first.map(
                node -> node instanceof Node.Items list && !list.items().isEmpty()
                        ? list.items().get(0)
                        : node);
    }

    /** Calls for each value; a line that can't be read is told and left out. */
    void each(Faults faults, Consumer<Node> value) throws IOException {
        if (!inLines) {
            first.ifPresent(node -> Tree.each(node).forEach(value));
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, file.toString());
            int untold = 0;
            while (lines.next()) {
                Faults told = faults.count() < MOST_FAULTS ? faults : new Faults();
                int before = told.count();
                lines.text(told)
                        .filter(line -> !line.isBlank())
                        .flatMap(line -> JsonNodes.parse(file.toString(), lines.number(), line, told))
                        .ifPresent(found -> Tree.each(found).forEach(value));
                cut |= told.count() > before;
                untold += told == faults ? 0 : told.count();
            }
            if (untold > 0) {
                faults.add(Location.of(file.toString()), untold + " further lines can't be read either");
            }
        }
    }
}
