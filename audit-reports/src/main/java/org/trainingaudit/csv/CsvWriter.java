package org.trainingaudit.csv;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** The bytes of a table as a CSV file: a header line, then the rows. The same table gives the same bytes. */
public final class CsvWriter {

    private final CsvDialect dialect;

    /** A writer of that layout. */
    public CsvWriter(CsvDialect dialect) {
        this.dialect = dialect;
    }

    /** The whole file. */
    public byte[] write(CsvTable table) {
        CsvLines lines = new CsvLines(dialect);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(lines.header(table.schema()));
        for (List<String> row : table.rows()) {
            lines.line(table.schema(), row);
            out.write(lines.bytes(), 0, lines.length());
        }
        return out.toByteArray();
    }
}
