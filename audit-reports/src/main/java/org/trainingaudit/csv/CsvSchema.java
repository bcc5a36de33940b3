package org.trainingaudit.csv;

import java.util.List;

/**
 * The columns of a table in their fixed order.
 *
 * @param name the file's name without {@code .csv}
 * @param title what the table is, in English
 * @param version goes up whenever a column is added, dropped, moved or changes its meaning
 * @param columns in the order of the file
 * @param key the columns that together name a row; rows are sorted by them
 */
public record CsvSchema(String name, String title, int version, List<CsvColumn> columns, List<String> key) {
    public CsvSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        List<String> names = columns.stream().map(CsvColumn::name).toList();
        if (names.stream().distinct().count() != names.size() || !names.containsAll(key)) {
            throw new IllegalArgumentException(
                    "table " + name + ": columns " + names + " must differ and have all of the key " + key);
        }
    }

    /** The name of the file, {@code verdicts.csv}. */
    public String file() {
        return name + ".csv";
    }

    /** The name of the file that describes it, {@code verdicts.csv-metadata.json}. */
    public String descriptionFile() {
        return file() + "-metadata.json";
    }
}
