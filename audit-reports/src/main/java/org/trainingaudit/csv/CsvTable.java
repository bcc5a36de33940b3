package org.trainingaudit.csv;

import java.util.List;

/**
 * Rows that fit a schema. A cell that does not apply is empty.
 *
 * @param schema the columns
 * @param rows each with one cell for each column, in the schema's order
 */
public record CsvTable(CsvSchema schema, List<List<String>> rows) {
    public CsvTable {
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            check(schema, row);
        }
    }

    /** Refuses a row that doesn't fit. */
    static void check(CsvSchema schema, List<String> row) {
        if (row.size() != schema.columns().size()) {
            throw new IllegalArgumentException("table " + schema.name() + " has "
                    + schema.columns().size() + " columns, but a row has " + row.size() + " cells");
        }
        for (int i = 0; i < row.size(); i++) {
            CsvColumn column = schema.columns().get(i);
            String cell = row.get(i);
            if (cell.isEmpty() ? column.required() : !column.type().fits(cell)) {
                throw new IllegalArgumentException("table " + schema.name() + ", column " + column.name()
                        + ": expected " + column.type() + ", but found '" + cell + "'");
            }
        }
    }
}
