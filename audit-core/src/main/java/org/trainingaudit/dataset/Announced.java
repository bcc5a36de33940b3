package org.trainingaudit.dataset;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the place of a dataset says of it before a row is read: a database of its tables, Parquet in its footer. Other files
 * say nothing. Where it can't be asked it says nothing either; reading tells why.
 *
 * @param rows how many rows it says there are
 * @param types what it says its columns hold, by the column's name, in its own words
 */
public record Announced(OptionalLong rows, Map<String, String> types) {

    /** Nothing is said. */
    public static final Announced NOTHING = new Announced(OptionalLong.empty(), Map.of());

    public Announced {
        types = Map.copyOf(types);
    }

    /** Asks now; no value is read. */
    public static Announced of(Dataset dataset, Limits limits) {
        try {
            DatasetReader.requireReadable(dataset);
            return dataset.source() instanceof JdbcSource database
                    ? JdbcReader.announced(database, dataset.table().orElseThrow())
                    : ofFiles(dataset.files(), limits);
        } catch (RefusedException | SQLException e) {
            return NOTHING;
        }
    }

    private static Announced ofFiles(List<Path> files, Limits limits) {
        long rows = 0;
        Map<String, String> types = new TreeMap<>();
        for (Path file : files) {
            Announced one = ParquetReader.announced(file, limits);
            if (one.rows.isEmpty()) {
                return NOTHING;
            }
            rows += one.rows.getAsLong();
            types.putAll(one.types);
        }
        return files.isEmpty() ? NOTHING : new Announced(OptionalLong.of(rows), types);
    }

    /** Names as a reader hands them on, each with its type. */
    static Map<String, String> named(List<String> names, List<String> types) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), types.get(i));
        }
        return named;
    }
}
