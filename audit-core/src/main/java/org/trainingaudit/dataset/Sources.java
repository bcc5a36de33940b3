package org.trainingaudit.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public Sources {
        all = List.copyOf(all);
        registers = List.copyOf(registers);
    }

    /**
     * The file's sources; those with a fault are missing and the fault is told.
     *
     * @param settings say which hosts may be connected to
     */
    public static Sources load(ConfigFiles files, DatasetSettings settings, Faults faults) {
        return files.required(FILE, faults)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.camelCase(faults).bind(node, Document.class))
                .map(document -> document.sources(settings, faults))
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

    /** Sources are bound one by one, so that a fault in one doesn't hide those of another. */
    private record Document(Optional<Node> sources, List<Text> registers) {

        Sources sources(DatasetSettings settings, Faults faults) {
            Map<String, Location> seen = new HashMap<>();
            List<Source> all = new ArrayList<>();
            List<SourceEntry> entries = sources.map(
                            node -> Binder.camelCase(faults).bindList(node, SourceEntry.class))
                    .orElse(List.of());
            for (SourceEntry entry : entries) {
                Location first = seen.putIfAbsent(entry.id().value(), entry.id().at());
                if (first != null) {
                    faults.add(
                            entry.id().at(), "source '" + entry.id() + "' stands twice; first in line " + first.line());
                }
                entry.source(settings, faults).ifPresent(all::add);
            }
            registers.forEach(register -> SafePath.faultOfFolder(register.value())
                    .ifPresent(fault -> faults.add(register.at(), "register: " + fault.replace("folder", "file"))));
            return new Sources(all, registers);
        }
    }
}
