package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.detection.ValueGrain;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * All checklists of {@code config/checklists}; there may be none.
 *
 * @param all by the files' names
 */
public record Checklists(List<Checklist> all) {

    private static final String FOLDER = "checklists/";
    private static final Set<String> GRAINS =
            Arrays.stream(ValueGrain.Of.values()).map(ValueGrain.Of::word).collect(Collectors.toUnmodifiableSet());

    public Checklists {
        all = List.copyOf(all);
    }

    /** The files' checklists; those with a fault are missing and the fault is told. */
    public static Checklists load(ConfigFiles files, Taxonomy taxonomy, Faults faults) {
        List<Checklist> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConfigFile file : files.under(FOLDER)) {
            int before = faults.count();
            Optional<Document> document =
                    file.parse(faults).flatMap(node -> Binder.camelCase(faults).bind(node, Document.class));
            document.ifPresent(found -> found.check(taxonomy, ids, faults));
            if (faults.count() == before) {
                document.map(Document::read).ifPresent(all::add);
            }
        }
        return new Checklists(all);
    }

    /** The one of that id. */
    public Optional<Checklist> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private record Document(Text checklist, Names name, String citation, Text claim, List<Entry> items) {

        void check(Taxonomy taxonomy, Set<String> ids, Faults faults) {
            once(checklist, ids, faults);
            Set<String> letters = new HashSet<>();
            for (Entry item : items) {
                once(item.id(), letters, faults);
                item.categories().forEach(category -> known(category, taxonomy.ids(), "category", faults));
                item.present().forEach(grain -> known(grain, GRAINS, "grain", faults));
                item.possible().forEach(grain -> known(grain, GRAINS, "grain", faults));
                item.excused().values().forEach(grain -> known(grain, GRAINS, "grain", faults));
            }
        }

        private static void once(Text id, Set<String> ids, Faults faults) {
            if (!ids.add(id.value())) {
                faults.add(id.at(), "'" + id + "' stands twice");
            }
        }

        private static void known(Text word, Set<String> all, String what, Faults faults) {
            if (!all.contains(word.value())) {
                faults.add(word.at(), "unknown " + what + " '" + word + "'" + Nearest.hint(word.value(), all));
            }
        }

        Checklist read() {
            return new Checklist(
                    checklist.value(),
                    name,
                    citation,
                    claim.value(),
                    items.stream().map(Entry::item).toList());
        }
    }

    private record Entry(
            Text id,
            Names name,
            List<Text> categories,
            List<Text> present,
            Map<String, Text> excused,
            List<Text> possible,
            Optional<Names> blind) {

        Checklist.Item item() {
            Map<String, String> excuses = excused.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> entry.getValue().value()));
            return new Checklist.Item(
                    id.value(), name, texts(categories), texts(present), excuses, texts(possible), blind);
        }

        private static List<String> texts(List<Text> texts) {
            return texts.stream().map(Text::value).toList();
        }
    }
}
