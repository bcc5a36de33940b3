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

    /** Refuses a row that doesn't fit. */
    void check(List<String> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "table " + name + " has " + columns.size() + " columns, but a row has " + row.size() + " cells");
        }
        for (int i = 0; i < row.size(); i++) {
            CsvColumn column = columns.get(i);
            String cell = row.get(i);
            if (cell.isEmpty() ? column.required() : !column.type().fits(cell)) {
                throw new IllegalArgumentException("table " + name + ", column " + column.name() + ": expected "
                        + column.type() + ", but found '" + cell + "'");
            }
        }
    }
}
