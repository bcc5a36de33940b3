package org.trainingaudit.csv;

import java.io.ByteArrayOutputStream;
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
        rows.forEach(schema::check);
    }

    /** The whole file: a header line, then the rows. The same table gives the same bytes. */
    public byte[] bytes(CsvDialect dialect) {
        CsvLines lines = new CsvLines(dialect);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(lines.header(schema));
        for (List<String> row : rows) {
            lines.line(schema, row);
            out.write(lines.bytes(), 0, lines.length());
        }
        return out.toByteArray();
    }
}
