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
 * {@code dataset} and {@code training}. A line with a fault doesn't keep the others from being read. JSON Lines are read
 * one by one in bounded memory and their ids aren't compared with each other.
 */
public final class UseLines {

    private UseLines() {}

    /**
     * Reads the file from its first use to its last. The faults of a CSV or YAML file come together behind its last use.
     *
     * @param each called for each use in the order of the file, and for each line that holds none
     * @throws IOException where the file can't be opened or breaks off
     */
    public static void read(Path file, FactCatalogue catalogue, Consumer<UseLine> each) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            register(file, catalogue, each);
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
        UseMaker maker = new UseMaker(catalogue, faults, prefix, true);
        int before = faults.count();
        Optional<String> id = maker.name("id", draft.id());
        if (id.isEmpty() && faults.count() == before) {
            faults.add(draft.at(), "the use has no id; expected {\"id\": .., \"facts\": {..}}");
        }
        return id.map(known -> maker.make(draft, known, before));
    }

    private static void register(Path file, FactCatalogue catalogue, Consumer<UseLine> each) {
        Faults faults = new Faults();
        List<Use> uses = Registers.uses(file, catalogue, faults);
        uses.forEach(use -> each.accept(new UseLine(Optional.of(use), List.of())));
        if (!faults.isEmpty()) {
            each.accept(new UseLine(Optional.empty(), faults.all()));
        }
    }
}
