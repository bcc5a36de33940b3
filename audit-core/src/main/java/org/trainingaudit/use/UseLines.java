package org.trainingaudit.use;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/**
 * Files of uses to be judged at once: JSON Lines of {@code {"id": .., "facts": {..}}}, or a CSV or YAML file in the shape
 * of a register.
 *
 * <p>An absent fact, and one that is null, is unknown; a map may be written as a nested object. A line may also name its
 * {@code dataset} and {@code training}. A line with a fault doesn't keep the others from being read. Lines and rows are
 * handed on one by one, and their ids aren't compared with each other; JSON Lines may be of any number.
 */
public final class UseLines {

    private UseLines() {}

    /**
     * Reads the file from its first use to its last. What is wrong with the header or the shape of a CSV file, and
     * with anything in a YAML file, comes behind the last use.
     *
     * @param each called for each use in the order of the file, and for each line that holds none
     * @throws IOException where the file can't be opened or breaks off
     */
    public static void read(Path file, FactCatalogue catalogue, Consumer<UseLine> each) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            csv(file, catalogue, each);
            return;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            yaml(file, catalogue, each);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            read(in, file.toString(), catalogue, each);
        }
    }

    /**
     * Reads JSON Lines from a stream, such as standard input.
     *
     * @param shown by what name faults tell the file
     */
    public static void read(InputStream in, String shown, FactCatalogue catalogue, Consumer<UseLine> each)
            throws IOException {
        LineReader lines = new LineReader(in, shown);
        Path name = Path.of(shown).getFileName();
        String prefix = "input:" + (name == null ? shown : name);
        while (lines.next()) {
            Faults faults = new Faults();
            Optional<String> text = lines.text(faults);
            if (text.filter(String::isBlank).isEmpty()) {
                Optional<Node> node = text.flatMap(line -> JsonNodes.parse(shown, lines.number(), line, faults));
                Optional<Use> use = node.flatMap(line -> use(line, prefix, catalogue, faults));
                each.accept(new UseLine(use, faults.all()));
            }
        }
    }

    private static Optional<Use> use(Node line, String prefix, FactCatalogue catalogue, Faults faults) {
        UseDraft draft = new TreeUses(catalogue, faults).line(line);
        return make(draft, new UseMaker(catalogue, faults, prefix, true), faults);
    }

    private static Optional<Use> make(UseDraft draft, UseMaker maker, Faults faults) {
        int before = faults.count();
        Optional<String> id = maker.name("id", draft.id());
        if (id.isEmpty() && faults.count() == before) {
            faults.add(draft.at(), "the use has no id; expected {\"id\": .., \"facts\": {..}}");
        }
        return id.map(known -> maker.make(draft, known, before));
    }

    private static void csv(Path file, FactCatalogue catalogue, Consumer<UseLine> each) {
        Faults shape = new Faults();
        TextFile.read(file, shape)
                .ifPresent(text -> CsvUses.read(text, catalogue, shape, draft -> {
                    Faults faults = new Faults();
                    UseMaker maker = new UseMaker(catalogue, faults, "input:" + file.getFileName(), false);
                    Optional<Use> use = make(draft, maker, faults);
                    each.accept(new UseLine(use, faults.all()));
                }));
        rest(shape, each);
    }

    private static void yaml(Path file, FactCatalogue catalogue, Consumer<UseLine> each) {
        Faults faults = new Faults();
        List<Use> uses = Registers.uses(file, catalogue, faults);
        uses.forEach(use -> each.accept(new UseLine(Optional.of(use), List.of())));
        rest(faults, each);
    }

    private static void rest(Faults faults, Consumer<UseLine> each) {
        if (!faults.isEmpty()) {
            each.accept(new UseLine(Optional.empty(), faults.all()));
        }
    }
}
