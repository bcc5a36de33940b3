package org.trainingaudit.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.dataset.ByteRow;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * What looking at the values of each column of the mixed table costs, column by column, so that it shows where a scan's time
 * goes. Each round begins with nothing learnt, as a scan does.
 */
final class ColumnCosts {

    private static final int ROUNDS = 7;

    /** The values of one column, one after the other. */
    private static final class Column {
        private final String name;
        private byte[] bytes = new byte[1 << 20];
        private int[] ends = new int[1 << 16];
        private int rows;
        private final double[] nanos = new double[ROUNDS];

        Column(String name) {
            this.name = name;
        }

        void add(byte[] from, int start, int end) {
            int at = rows == 0 ? 0 : ends[rows - 1];
            int length = end - start;
            bytes = at + length + Long.BYTES > bytes.length ? Arrays.copyOf(bytes, 2 * (at + length)) : bytes;
            ends = rows == ends.length ? Arrays.copyOf(ends, 2 * rows) : ends;
            System.arraycopy(from, start, bytes, at, length);
            ends[rows++] = at + length;
        }

        double look(Detectors detectors, CellReader reader) {
            ColumnCounter counter =
                    new ColumnCounter(detectors, reader, HeaderReading.of(name, detectors), new ValueMemory(2048));
            long begun = CpuClock.THREAD.nanos();
            int start = 0;
            for (int i = 0; i < rows; i++) {
                counter.count(counter.look(bytes, start, ends[i]));
                start = ends[i];
            }
            return (CpuClock.THREAD.nanos() - begun) / (double) rows;
        }

        double median() {
            double[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[ROUNDS / 2];
        }
    }

    private ColumnCosts() {}

    public static void main(String[] arguments) throws IOException {
        long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20;
        List<Column> columns = columns(megabytes);
        List<String> wanted = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        columns.removeIf(column -> !wanted.isEmpty() && !wanted.contains(column.name));
        Detectors detectors = Shipped.detectors();
        for (int round = -2; round < ROUNDS; round++) {
            CellReader reader = detectors.reader();
            for (Column column : columns) {
                double nanos = column.look(detectors, reader);
                if (round >= 0) {
                    column.nanos[round] = nanos;
                }
            }
        }
        double all = columns.stream().mapToDouble(Column::median).sum();
        System.out.println("| column | ns a value | share |");
        System.out.println("| --- | ---: | ---: |");
        columns.forEach(one ->
                System.out.printf("| %s | %,.0f | %.1f %% |%n", one.name, one.median(), 100 * one.median() / all));
        System.out.printf("| all | %,.0f | |%n", all);
    }

    private static List<Column> columns(long megabytes) throws IOException {
        Path file = Files.createTempFile("columns", ".csv");
        List<Column> columns = new ArrayList<>();
        try {
            MixedCsv.write(file, megabytes * 1_000_000, 7);
            DatasetReader.read(file, Limits.DEFAULT, new RowVisitor() {
                @Override
                public void columns(List<String> names) {
                    names.forEach(name -> columns.add(new Column(name)));
                }

                @Override
                public void row(Row row) {
                    ByteRow cells = (ByteRow) row;
                    for (int i = 0; i < cells.size(); i++) {
                        columns.get(i).add(cells.bytes(), cells.start(i), cells.end(i));
                    }
                }

                @Override
                public void rejected(Rejection rejection) {
                    throw new IllegalStateException("the table is whole: " + rejection);
                }
            });
        } finally {
            Files.delete(file);
        }
        return columns;
    }
}
