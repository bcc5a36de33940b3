package org.trainingaudit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.trainingaudit.csv.CsvFolder;
import org.trainingaudit.csv.CsvLines;
import org.trainingaudit.csv.CsvSchema;

/**
 * A report in the making: takes use after use, keeps the finished lines sorted by their key, and writes the file in the end.
 *
 * @param <R> what a row is about
 */
final class ReportFile<R> {

    private static final int ROOM = 6 << 20;

    private final Report<R> report;
    private final Night night;
    private final CsvFolder folder;
    private final CsvSchema schema;
    private final CsvLines lines;
    private final Sorter rows;
    private final Sorter parts;

    ReportFile(Report<R> report, Night night, CsvFolder folder, Scratch scratch) {
        this.report = report;
        this.night = night;
        this.folder = folder;
        this.schema = report.schema();
        this.lines = new CsvLines(folder.dialect());
        this.rows = new Sorter(scratch, ROOM);
        this.parts = new Sorter(scratch, ROOM);
    }

    /** The file's name. */
    String name() {
        return report.file();
    }

    /** Takes what a use gives. */
    void add(Dossier dossier) throws IOException {
        for (R row : report.source().of(dossier)) {
            put(row);
        }
        for (RowSource.Part part : report.source().parts(dossier)) {
            put(part);
        }
    }

    private void put(R row) throws IOException {
        List<String> cells = report.cells(row, night.run().key());
        byte[] key = cells.get(0).getBytes(StandardCharsets.UTF_8);
        if (report.hasLateCells()) {
            Texts.put(cells, key, rows);
        } else {
            lines.line(schema, cells);
            rows.add(key, lines.bytes(), 0, lines.length());
        }
    }

    private void put(RowSource.Part part) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < part.texts().size(); cell++) {
            String place = Integer.toString(cell);
            Iterator<String> each = part.texts().get(cell).iterator();
            while (each.hasNext()) {
                String text = each.next();
                if (!text.isEmpty()) {
                    texts.add(place);
                    texts.add(text);
                }
            }
        }
        Texts.put(texts, part.key().getBytes(StandardCharsets.UTF_8), parts);
    }

    /** Writes the file; answers how many rows it has. */
    long write(Totals totals) throws IOException {
        for (R row : report.source().whole(night, totals)) {
            put(row);
        }
        if (report.source().hasParts()) {
            join();
        }
        try (CsvFolder.Table table = folder.table(schema);
                Sorter.Cursor cursor = rows.cursor()) {
            while (cursor.next()) {
                line(cursor, totals, table);
            }
            return table.rows();
        }
    }

    private void line(Sorter.Cursor row, Totals totals, CsvFolder.Table table) throws IOException {
        if (report.hasLateCells()) {
            lines.line(schema, report.complete(Texts.of(row), totals));
            table.line(lines.bytes(), 0, lines.length());
        } else {
            table.line(row.bytes, row.value, row.valueEnd - row.value);
        }
    }

    private void join() throws IOException {
        try (Sorter.Cursor cursor = parts.cursor()) {
            boolean more = cursor.next();
            while (more) {
                byte[] key = cursor.keyBytes();
                Gathered gathered = new Gathered();
                do {
                    List<String> texts = Texts.of(cursor);
                    for (int i = 0; i < texts.size(); i += 2) {
                        gathered.add(Integer.parseInt(texts.get(i)), texts.get(i + 1));
                    }
                    more = cursor.next();
                } while (more && cursor.hasKey(key));
                for (R row : report.source().joined(new String(key, StandardCharsets.UTF_8), gathered)) {
                    put(row);
                }
            }
        }
    }
}
