package org.trainingaudit.use;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * What other scanners found in our datasets. It adds to what our own scan finds and takes nothing away: a dataset that we
 * couldn't read stays unread. Values that a scanner wrote beside its findings aren't looked at.
 */
public final class ScanResults {

    /** Below the threshold from which a category counts as found: the tool says that it isn't sure. */
    private static final double UNSURE = 0.5;

    private static final double SURE = 0.9;

    private final Map<String, Map<String, Found>> byDataset = new HashMap<>();
    private final Map<String, Map<String, ImportedFinding>> byColumn = new HashMap<>();
    private final CollectSettings settings;
    private final Taxonomy taxonomy;
    private final Faults faults = new Faults();
    private boolean whole = true;

    private ScanResults(CollectSettings settings, Taxonomy taxonomy) {
        this.settings = settings;
        this.taxonomy = taxonomy;
    }

    /** One category in one dataset, with the highest confidence that any tool has. */
    private record Found(double confidence, String tool) {}

    /** Reads the files of the settings now. */
    public static ScanResults read(CollectSettings settings, Taxonomy taxonomy) {
        ScanResults results = new ScanResults(settings, taxonomy);
        settings.scanResults().forEach(results::add);
        return results;
    }

    /** What is wrong with the files, without their lines, in which values may stand; what could be read counts. */
    public List<Fault> faults() {
        return faults.all().stream().map(Unquoted::of).toList();
    }

    /** Whether all of them could be read to their end. */
    public boolean whole() {
        return whole;
    }

    /** Whether nothing was found in any dataset. */
    public boolean isEmpty() {
        return byColumn.isEmpty();
    }

    /** Whether something was found in that dataset. */
    public boolean hasAny(String dataset) {
        return byColumn.containsKey(dataset);
    }

    /** What was found in a dataset, once for each column, category and tool, with the highest confidence; in their order. */
    public List<ImportedFinding> of(String dataset) {
        return List.copyOf(byColumn.getOrDefault(dataset, Map.of()).values());
    }

    /** The scan of a dataset with what other scanners found in it. */
    public ScannedDataset with(ScannedDataset scan) {
        Map<String, Found> found = byDataset.getOrDefault(scan.id(), Map.of());
        if (found.isEmpty()) {
            return scan;
        }
        Map<String, Double> categories = new TreeMap<>(scan.categories());
        Map<String, String> origins = new TreeMap<>(scan.origins());
        found.forEach((category, other) -> {
            if (other.confidence() > categories.getOrDefault(category, 0.0)) {
                categories.put(category, other.confidence());
                origins.put(category, other.tool());
            }
        });
        return scan.withFound(categories, origins);
    }

    private void add(ScanResultFile file) {
        int before = faults.count();
        Path path = Path.of(file.file().value());
        if (file.tool() == ScanResultFile.Tool.CSV) {
            Optional<TextFile> text = TextFile.read(path, faults);
            List<List<Node.Scalar>> rows = new ArrayList<>();
            whole &= text.isPresent() && StrictCsv.read(text.get(), faults, rows::add);
            csv(file, rows);
        } else {
            json(file, path);
        }
        whole &= faults.count() == before;
    }

    private void csv(ScanResultFile file, List<List<Node.Scalar>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> header = rows.get(0).stream().map(Node.Scalar::text).toList();
        int dataset = header.indexOf("dataset");
        int column = header.indexOf("column");
        int category = header.indexOf("category");
        int confidence = header.indexOf("confidence");
        if (category < 0 || confidence < 0 || (dataset < 0 && file.dataset().isEmpty())) {
            faults.add(rows.get(0).get(0).at(), "expected the columns dataset, column, category and confidence");
            return;
        }
        for (List<Node.Scalar> row : rows.subList(1, rows.size())) {
            if (row.size() != header.size()) {
                faults.add(
                        row.get(0).at(), "the row has " + row.size() + " cells, but the header has " + header.size());
                continue;
            }
            String named = dataset < 0 ? "" : row.get(dataset).text();
            number(row.get(confidence))
                    .ifPresent(sure -> found(
                            file,
                            row.get(0),
                            new Place(named, column < 0 ? "" : row.get(column).text()),
                            row.get(category).text(),
                            sure));
        }
    }

    private Optional<Double> number(Node.Scalar written) {
        try {
            double value = Double.parseDouble(written.text());
            if (value >= 0 && value <= 1) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // told below, as for a number out of range
        }
        faults.add(written.at(), "expected a confidence from 0 to 1, such as 0.85");
        return Optional.empty();
    }

    private void json(ScanResultFile file, Path path) {
        try {
            Optional<Document> document = Document.open(path, faults);
            whole &= document.isPresent();
            if (document.isPresent()) {
                document.get().each(faults, node -> entry(file, node));
            }
        } catch (IOException e) {
            faults.add(
                    Location.of(path.toString()),
                    "the file can't be read to its end (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void entry(ScanResultFile file, Node node) {
        if (file.tool() == ScanResultFile.Tool.PDSCAN) {
            String column = Tree.text(node, "identifier").orElse("");
            String table = column.substring(0, Math.max(0, column.lastIndexOf('.')));
            boolean sure = Tree.text(node, "confidence").filter("high"::equals).isPresent();
            Place place = new Place(table, column.substring(column.lastIndexOf('.') + 1));
            found(file, node, place, Tree.text(node, "name").orElse(""), sure ? SURE : UNSURE);
            return;
        }
        List<Node.Field> columns = Tree.fields(node, "entity_mapping");
        for (Node.Field column : columns) {
            found(
                    file,
                    node,
                    new Place("", column.name()),
                    Tree.text(column.value()).orElse(""),
                    SURE);
        }
        if (columns.isEmpty()) {
            Node.Scalar score =
                    new Node.Scalar(node.at(), Tree.text(node, "score").orElse(""), false);
            number(score)
                    .ifPresent(sure -> found(
                            file,
                            node,
                            new Place(Tree.text(node, "dataset").orElse(""), ""),
                            Tree.text(node, "entity_type").orElse(""),
                            sure));
        }
    }

    /** Where a scanner says that it found something: a dataset by its own name, and a column, each empty where it names none. */
    private record Place(String dataset, String column) {}

    private void found(ScanResultFile file, Node at, Place place, String word, double confidence) {
        String named = place.dataset();
        Optional<String> dataset = file.dataset()
                .map(known -> known.value())
                .or(() -> settings.identity().dataset(named));
        if (dataset.isEmpty()) {
            faults.add(
                    at.at(),
                    "'" + named + "' is no dataset of the sources; give the file a 'dataset', or join the name under"
                            + " 'identity'");
            return;
        }
        String tool = file.tool().name().toLowerCase(Locale.ROOT);
        for (String category : categories(file, at, word)) {
            byDataset
                    .computeIfAbsent(dataset.get(), unseen -> new TreeMap<>())
                    .merge(
                            category,
                            new Found(confidence, tool),
                            (one, other) -> one.confidence() >= other.confidence() ? one : other);
            ImportedFinding found = new ImportedFinding(
                    place.column(), category, tool, file.file().value(), confidence);
            byColumn.computeIfAbsent(dataset.get(), unseen -> new TreeMap<>())
                    .merge(
                            String.join("\u0000", place.column(), category, tool),
                            found,
                            (one, other) -> one.confidence() >= other.confidence() ? one : other);
        }
    }

    private Set<String> categories(ScanResultFile file, Node at, String word) {
        Optional<Set<String>> own =
                Optional.ofNullable(file.entities().get(word)).map(text -> Set.of(text.value()));
        Set<String> meant = own.or(() -> Optional.of(word).filter(taxonomy::has).map(Set::of))
                .orElseGet(() -> ForeignWords.categories(file.tool(), word));
        if (meant.isEmpty() && !ForeignWords.isHarmless(file.tool(), word)) {
            faults.add(
                    at.at(),
                    "'" + word + "' of " + file.tool().name().toLowerCase(Locale.ROOT)
                            + " is no category here; say under 'entities' which it is"
                            + Nearest.hint(word, taxonomy.ids()));
        }
        meant.stream()
                .filter(category -> !taxonomy.has(category))
                .forEach(category -> faults.add(at.at(), "there is no category '" + category + "'"));
        return meant.stream().filter(taxonomy::has).collect(Collectors.toSet());
    }
}
