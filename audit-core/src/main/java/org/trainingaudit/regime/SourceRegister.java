package org.trainingaudit.regime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/**
 * What the packs were written from, {@code regimes/sources.yaml}: where each key under {@code source:} can be read.
 *
 * <p>A {@code source:} names keys, separated by semicolons, and may add words ({@code not read}). Without a register
 * nothing is looked up.
 */
final class SourceRegister {

    static final String FILE = "regimes/sources.yaml";

    /** What a key looks like; anything else is words. */
    private static final Pattern KEY = Pattern.compile("[A-Z]{2,}-[A-Z0-9][A-Z0-9-]*");

    private static final Pattern SEPARATOR = Pattern.compile(";");

    private final Optional<Map<String, Entry>> entries;

    private SourceRegister(Optional<Map<String, Entry>> entries) {
        this.entries = entries;
    }

    /** The keys of the file. */
    record Document(Map<String, Entry> sources) {}

    /** One source: addresses, or words that say what it is. */
    record Entry(Location place, List<String> at, Optional<String> note) {}

    /** The configuration's register. */
    static SourceRegister load(ConfigFiles files, Faults faults) {
        Optional<ConfigFile> file = files.file(FILE);
        if (file.isEmpty()) {
            return new SourceRegister(Optional.empty());
        }
        Map<String, Entry> read = file.get()
                .parse(faults)
                .flatMap(tree -> Binder.camelCase(faults).bind(tree, Document.class))
                .map(Document::sources)
                .orElse(Map.of());
        read.forEach((key, entry) -> check(key, entry, faults));
        return new SourceRegister(Optional.of(read).filter(map -> !map.isEmpty()));
    }

    private static void check(String key, Entry entry, Faults faults) {
        if (!KEY.matcher(key).matches()) {
            faults.add(entry.place(), "source '" + key + "': expected a key such as JP-LAW, in capitals with a hyphen");
        }
        if (entry.at().isEmpty() && entry.note().isEmpty()) {
            faults.add(entry.place(), "source '" + key + "' says nothing; give 'at' with its address, or a 'note'");
        }
    }

    /** Tells each key that the register doesn't have. */
    void check(String where, Optional<Node> source, Faults faults) {
        entries.ifPresent(known -> source.filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .ifPresent(written -> {
                    for (String part : SEPARATOR.split(written.text(), -1)) {
                        String key = part.strip();
                        if (KEY.matcher(key).matches() && !known.containsKey(key)) {
                            faults.add(
                                    written.at(),
                                    where + ": unknown source '" + key + "', which " + FILE + " doesn't have"
                                            + Nearest.hint(key, known.keySet()));
                        }
                    }
                }));
    }
}
