package org.trainingaudit.use;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingaudit.config.Fault;
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

    /** Reads them all now and holds them. */
    public static EstateUses read(
            Sources sources, CollectSettings settings, FactCatalogue catalogue, Taxonomy taxonomy) {
        HeldUses held = new HeldUses();
        EstateEnd end = each(sources, settings, catalogue, taxonomy, held);
        return new EstateUses(held.uses(), end.faults(), end.notes(), end.whole());
    }

    /**
     * Reads them all now and hands each on. Of declared uses none is held, of the documents what they saw: first those that registers declare, then those that documents declare, then those that were only seen.
     */
    public static EstateEnd each(
            Sources sources, CollectSettings settings, FactCatalogue catalogue, Taxonomy taxonomy, UseSink sink) {
        CollectedUses documents = new Collector(catalogue, taxonomy, settings).collectAll(documents(settings));
        UseJoin join = new UseJoin(settings, catalogue, documents.observed(), documents.whole());
        SourceFacts people = SourceFacts.of(sources);
        DeclaredOnce declared =
                new DeclaredOnce(documents.declared(), sink.after(use -> people.with(join.declared(use))));
        RegisterEnd registers = Registers.read(registers(sources), catalogue, declared);
        declared.end();
        join.undeclared().forEach(use -> sink.use(people.with(use)));
        ScanResults others = ScanResults.read(settings, taxonomy);
        return new EstateEnd(
                Stream.of(registers.faults(), documents.faults(), others.faults(), declared.faults())
                        .flatMap(List::stream)
                        .toList(),
                notes(documents),
                registers.complete() && documents.whole() && others.whole());
    }

    private static List<Path> registers(Sources sources) {
        return sources.registers().stream().map(Text::value).map(Path::of).toList();
    }

    /**
     * The documents that a night reads: files as they are named, the files of folders by name, and what was taken in and
     * packed.
     */
    public static List<Path> documents(CollectSettings settings) {
        List<Path> documents = new ArrayList<>();
        for (Text entry : settings.documents()) {
            Path path = Path.of(entry.value());
            documents.addAll(Files.isDirectory(path) ? files(path) : List.of(path));
        }
        settings.intake().filter(Files::isDirectory).ifPresent(folder -> documents.addAll(files(folder)));
        return documents;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
