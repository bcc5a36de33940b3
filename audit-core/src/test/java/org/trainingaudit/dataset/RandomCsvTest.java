package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

/** The reader beside Commons CSV on well-formed input, and beside itself on any input. */
class RandomCsvTest {

    private static final String[] BITS = {
        "a",
        "Z",
        "7",
        " ",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\n",
        "\r\n",
        "\r",
        "é",
        "糖",
        "😀",
        "x".repeat(9),
        "y".repeat(300)
    };
    private static final String[] ENDS = {"\n", "\r\n", "\r"};

    @Test
    void readsWellFormedRowsAsCommonsCsvDoes() throws IOException {
        Random random = new Random(20261121);
        for (int round = 0; round < 400; round++) {
            String csv = wellFormed(random);
            Collected got = read(csv.getBytes(StandardCharsets.UTF_8), 8 + random.nextInt(200));
            assertThat(got.rejected()).as("round %d", round).isEmpty();
            assertThat(got.rows).as("round %d", round).isEqualTo(oracle(csv));
        }
    }

    private static String wellFormed(Random random) throws IOException {
        int columns = 2 + random.nextInt(6);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator(ENDS[random.nextInt(ENDS.length)])
                .setQuoteMode(random.nextBoolean() ? QuoteMode.MINIMAL : QuoteMode.ALL)
                .get();
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            printer.printRecord(java.util.Collections.nCopies(columns, "name"));
            for (int row = random.nextInt(30); row >= 0; row--) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    cells.add(cell(random));
                }
                printer.printRecord(cells);
            }
        }
        return out.toString();
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int bits = random.nextInt(5); bits > 0; bits--) {
            cell.append(BITS[random.nextInt(BITS.length)]);
        }
        return cell.toString();
    }

    private static List<List<String>> oracle(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSVFormat.RFC4180)) {
            return parser.getRecords().stream().skip(1).map(CSVRecord::toList).toList();
        }
    }

    @Test
    void readsAnyInputTheSameWhateverTheBuffersSize() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] csv = broken(random);
            Limits limits = new Limits(8, 30 + random.nextInt(60), 1);
            Collected whole = read(csv, 100_000, limits);
            for (int size : new int[] {1, 9, 16, 33, 64, 200}) {
                Collected pieces = read(csv, size, limits);
                assertThat(pieces.rows).as("round %d, buffer %d", round, size).isEqualTo(whole.rows);
                assertThat(pieces.rejections)
                        .as("round %d, buffer %d", round, size)
                        .isEqualTo(whole.rejections);
            }
            assertThat(whole.rejections).isSortedAccordingTo(java.util.Comparator.comparingLong(Rejection::line));
        }
    }

    private static byte[] broken(Random random) {
        String[] bits = {
            "a", ",", ",", "\"", "\"", "\n", "\n", "\r\n", "\r", "\"\"", "\0", "é", "bcdefgh", " ", "z".repeat(40)
        };
        StringBuilder text = new StringBuilder("x,y,z\n");
        for (int bit = random.nextInt(120); bit > 0; bit--) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 50 && random.nextInt(3) == 0) {
            bytes[6 * bytes.length / 7] = (byte) 0xC3;
        }
        return bytes;
    }

    private static Collected read(byte[] csv, int bufferSize) throws IOException {
        return read(csv, bufferSize, Limits.DEFAULT);
    }

    /** Goes round the finding out of the layout, which isn't meant here. */
    private static Collected read(byte[] csv, int bufferSize, Limits limits) throws IOException {
        Collected got = new Collected();
        RowCounter counter = new RowCounter(got);
        RowSink rows = new CsvReader.Rows(new Dialect((byte) ',', 0, 0, true, 0), limits, counter);
        new RowSplitter(new ByteArrayInputStream(csv), (byte) ',', (byte) '"', bufferSize, limits, rows).run();
        return got;
    }
}
