package org.trainingaudit.use;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Text;
import org.trainingaudit.dataset.Sources;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * Every use there is: those that registers declare, those that documents tell of, joined, with what the sources say of their
 * people.
 *
 * @param uses each with an id of its own
 * @param faults what is wrong with registers and documents
 * @param notes what a person should know: names nobody resolved, jobs nobody decided on
 * @param whole whether everything could be read to its end; else a use that is missing may still be there
 */
public record EstateUses(List<Use> uses, List<Fault> faults, List<String> notes, boolean whole) {

    private static final int MOST_NAMED = 20;

    public EstateUses {
        uses = List.copyOf(uses);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /** Reads them all now. */
    public static EstateUses read(
            Sources sources, CollectSettings settings, FactCatalogue catalogue, Taxonomy taxonomy) {
        List<Path> files =
                sources.registers().stream().map(Text::value).map(Path::of).toList();
        RegisterResult registers = Registers.read(files, catalogue);
        CollectedUses documents = new Collector(catalogue, taxonomy, settings).collectAll(documents(settings));
        List<Fault> faults = new ArrayList<>(registers.faults());
        faults.addAll(documents.faults());
        ScanResults others = ScanResults.read(settings, taxonomy);
        faults.addAll(others.faults());
        Map<String, Use> declared = new LinkedHashMap<>();
        registers.uses().forEach(use -> declared.put(use.id(), use));
        for (Use use : documents.declared()) {
            Use first = declared.putIfAbsent(use.id(), use);
            if (first != null) {
                faults.add(new Fault(
                        Location.of(use.origin()),
                        "use '" + use.id() + "' has an entry already, " + first.origin() + "; the first counts"));
            }
        }
        List<Use> joined = new UseJoin(settings, catalogue, documents.whole())
                .join(List.copyOf(declared.values()), documents.observed());
        SourceFacts people = SourceFacts.of(sources);
        return new EstateUses(
                joined.stream().map(people::with).toList(),
                faults,
                notes(documents),
                registers.complete() && documents.whole() && others.whole());
    }

    /** The documents that a night reads: files as they are named, and the files of folders by name. */
    public static List<Path> documents(CollectSettings settings) {
        List<Path> documents = new ArrayList<>();
        for (Text entry : settings.documents()) {
            Path path = Path.of(entry.value());
            if (!Files.isDirectory(path)) {
                documents.add(path);
                continue;
            }
            try (Stream<Path> files = Files.list(path)) {
                files.filter(file -> Files.isRegularFile(file)
                                && !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(documents::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents;
    }

    private static List<String> notes(CollectedUses documents) {
        List<String> notes = new ArrayList<>();
        note(
                notes,
                documents.unresolved(),
                "reach a training, and nobody has said whether they are datasets of ours; do so under 'identity' in"
                        + " config/collect.yaml");
        note(
                notes,
                documents.undecided(),
                "read data, and no rule says whether they train; add one under 'training' in config/collect.yaml");
        note(
                notes,
                documents.untold(),
                "tell of a place or of consent, and nobody has said what they mean; do so under 'tells' in"
                        + " config/collect.yaml");
        return notes;
    }

    private static void note(List<String> notes, List<String> names, String what) {
        if (!names.isEmpty()) {
            String some = String.join(
                    ", ", names.stream().limit(MOST_NAMED).map(UseMaker::safe).toList());
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            notes.add("WARN: names that " + what + ": " + some + more);
        }
    }
}
