package org.trainingaudit.dataset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/**
 * All sources, as {@code config/sources.yaml} has them, and the registers it names.
 *
 * @param all in the file's order
 * @param registers the register files as written, with the place where each is named
 */
public record Sources(List<Source> all, List<Text> registers) {

    private static final String FILE = "sources.yaml";
    private static final String ID = "[a-z0-9][a-z0-9._-]*";
    private static final String NAME = "[^\\p{Cntrl}\\s/%*][^\\p{Cntrl}/%*]*";

    public Sources {
        all = List.copyOf(all);
        registers = List.copyOf(registers);
    }

    /** The file's sources; those with a fault are missing and the fault is told. */
    public static Sources load(ConfigFiles files, Faults faults) {
        return files.required(FILE, faults)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.camelCase(faults).bind(node, Document.class))
                .map(document -> document.sources(faults))
                .orElse(new Sources(List.of(), List.of()));
    }

    /** The source of that id. */
    public Optional<Source> source(String id) {
        return all.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /** The datasets of all sources as they are now; see {@link Source#datasets()}. */
    public List<Dataset> datasets() {
        return all.stream().flatMap(source -> source.datasets().stream()).toList();
    }

    private enum Kind {
        FOLDER
    }

    /** Sources are bound one by one, so that a fault in one doesn't hide those of another. */
    private record Document(Optional<Node> sources, List<Text> registers) {

        Sources sources(Faults faults) {
            Map<String, Location> seen = new HashMap<>();
            List<Source> all = new ArrayList<>();
            List<FolderEntry> entries = sources.map(
                            node -> Binder.camelCase(faults).bindList(node, FolderEntry.class))
                    .orElse(List.of());
            for (FolderEntry entry : entries) {
                Location first = seen.putIfAbsent(entry.id().value(), entry.id().at());
                if (first != null) {
                    faults.add(
                            entry.id().at(), "source '" + entry.id() + "' stands twice; first in line " + first.line());
                }
                entry.source(faults).ifPresent(all::add);
            }
            registers.forEach(register -> SafePath.faultOfFolder(register.value())
                    .ifPresent(fault -> faults.add(register.at(), "register: " + fault.replace("folder", "file"))));
            return new Sources(all, registers);
        }
    }

    /** One source of kind {@code folder} as written; {@code kind} is checked by its type. */
    private record FolderEntry(
            Text id,
            Kind kind,
            Text path,
            @NotBlank String owner,
            List<Text> subjectCountries,
            List<DatasetEntry> datasets) {

        Optional<Source> source(Faults faults) {
            int before = faults.count();
            if (!id.value().matches(ID)) {
                faults.add(id.at(), "source '" + id + "': an id is of a-z, 0-9, '.', '_' and '-'");
            }
            SafePath.faultOfFolder(path.value()).ifPresent(fault -> faults.add(path.at(), "'path': " + fault));
            Set<String> countries = countries(faults);
            SortedMap<String, Path> declared = declared(faults);
            return faults.count() == before
                    ? Optional.of(new FolderSource(id.value(), Path.of(path.value()), owner, countries, declared))
                    : Optional.empty();
        }

        private Set<String> countries(Faults faults) {
            Set<String> countries = new LinkedHashSet<>();
            for (Text country : subjectCountries) {
                if (!country.value().matches("[A-Z]{2,3}")) {
                    faults.add(country.at(), "expected a country such as JP, but found '" + country + "'");
                }
                countries.add(country.value());
            }
            return Collections.unmodifiableSet(countries);
        }

        private SortedMap<String, Path> declared(Faults faults) {
            SortedMap<String, Path> declared = new TreeMap<>();
            for (DatasetEntry dataset : datasets) {
                Optional<String> fault = SafePath.faultOfFile(dataset.file().value());
                if (fault.isPresent()) {
                    faults.add(dataset.file().at(), "dataset '" + dataset.name() + "': " + fault.get());
                } else if (declared.putIfAbsent(
                                dataset.name(), Path.of(dataset.file().value()))
                        != null) {
                    faults.add(dataset.at(), "dataset '" + dataset.name() + "' stands twice in source '" + id + "'");
                }
            }
            return Collections.unmodifiableSortedMap(declared);
        }
    }

    private record DatasetEntry(
            Location at,

            @Pattern(regexp = NAME, message = "must be a name without control characters, '/', '%' and '*'")
            String name,

            Text file) {}
}
