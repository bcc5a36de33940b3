package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.Classification;

/** What the last complete look at each dataset found, by the names that the trail has. */
@Component
public class ScannedColumns {

    private final DatasetRows rows;
    private final SafeNames names;

    ScannedColumns(DatasetRows rows, SafeNames names) {
        this.rows = rows;
        this.names = names;
    }

    /** A column with the categories that were found in it. */
    public record Column(String name, List<String> categories) {}

    /**
     * A dataset.
     *
     * @param fingerprint what it looked like then
     * @param columns all of them, in the file's order
     */
    public record Scanned(String dataset, String fingerprint, List<Column> columns) {

        /** The column of that name. */
        public Optional<Column> column(String name) {
            return columns.stream().filter(column -> column.name().equals(name)).findFirst();
        }
    }

    /** The dataset of that name, its own or the trail's, if it was ever read; so with its columns. */
    public Optional<Scanned> of(String dataset) {
        return rows.lastKnown(ownName(dataset))
                .map(known -> new Scanned(names.of(dataset), known.fingerprint(), columns(known)));
    }

    /** A name that the trail withholds is found among those of all datasets. */
    private String ownName(String dataset) {
        return dataset.startsWith(SafeNames.WITHHELD)
                ? datasets().stream()
                        .filter(own -> names.of(own).equals(dataset))
                        .findFirst()
                        .orElse(dataset)
                : dataset;
    }

    /** All datasets that were ever read. */
    public List<String> datasets() {
        return rows.allKnown();
    }

    private List<Column> columns(DatasetRows.Known known) {
        return known.result().columns().stream()
                .map(column -> new Column(
                        names.of(column.name()),
                        column.classifications().stream()
                                .map(Classification::category)
                                .distinct()
                                .toList()))
                .toList();
    }
}
