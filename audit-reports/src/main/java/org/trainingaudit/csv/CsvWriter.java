package org.trainingaudit.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** The bytes of a table as a CSV file: a header line, then the rows. The same table gives the same bytes. */
public final class CsvWriter {

    private final CsvDialect dialect;
    private final CSVFormat asNeeded;
    private final CSVFormat always;

    /** A writer of that layout. */
    public CsvWriter(CsvDialect dialect) {
        this.dialect = dialect;
        this.asNeeded = format(dialect, QuoteMode.MINIMAL);
        this.always = format(dialect, QuoteMode.ALL);
    }

    private static CSVFormat format(CsvDialect dialect, QuoteMode quotes) {
        return CSVFormat.RFC4180
                .builder()
                .setRecordSeparator(dialect.lineEnd())
                .setQuoteMode(quotes)
                .get();
    }

    /** The whole file. */
    public byte[] write(CsvTable table) {
        List<CsvColumn> columns = table.schema().columns();
        StringBuilder out = new StringBuilder(dialect.mark());
        try {
            for (int i = 0; i < columns.size(); i++) {
                cell(columns.get(i).name(), CsvType.STRING, i == 0, out);
            }
            out.append(dialect.lineEnd());
            for (List<String> row : table.rows()) {
                row(columns, row, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(List<CsvColumn> columns, List<String> row, StringBuilder out) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            cell(row.get(i), columns.get(i).type(), i == 0, out);
        }
        out.append(dialect.lineEnd());
    }

    private void cell(String text, CsvType type, boolean first, StringBuilder out) throws IOException {
        String safe = type.isText() ? FormulaGuard.guard(text) : text;
        boolean guarded = safe.length() != text.length();
        (guarded ? always : asNeeded).print(safe, out, first);
    }
}
