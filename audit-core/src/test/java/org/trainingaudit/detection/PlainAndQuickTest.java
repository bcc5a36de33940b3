package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is found doesn't depend on any of the short cuts. {@code -Daudit.data=FOLDER} compares all tables of a folder too.
 */
class PlainAndQuickTest {

    private static final Detectors DETECTORS = Shipped.detectors();
    private static final Plain PLAIN = new Plain(DETECTORS);
    private static final CellReader QUICK = DETECTORS.reader();

    private static final List<String> PIECES = List.of(
            "090-1234-5678",
            "０９０－１２３４－５６７８",
            "〇九〇ー一二三四ー五六七八",
            "4111 1111 1111 1111",
            "a.b@example.com",
            "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ",
            "123-45-6789",
            "1234-5678-9018",
            "123456789018",
            "山田 太郎",
            "やまだ たろう",
            "ﾔﾏﾀﾞ ﾀﾛｳ",
            "Mr. James Smith",
            "Anna, Ben and Carla",
            "1984-02-29",
            "昭和59年2月29日",
            "S59.2.29",
            "29 Feb 1984",
            "東京都千代田区丸の内1-2-3",
            "12 Oak Street, Springfield 12345",
            "10.1.2.3",
            "2001:db8::1",
            "00:1a:2b:3c:4d:5e",
            "DE89 3704 0044 0532 0130 00",
            "asthma",
            "糖尿病",
            "password: hunter22",
            "tel: ",
            "マイナンバー：",
            "birth date ",
            "serial no. ",
            "email",
            "passport ",
            "誕生日 ",
            "order number ",
            "the ",
            "、",
            "\n",
            " ",
            "ー",
            "–",
            "−",
            "é",
            "𠮷",
            "😀",
            "ﬁ",
            "\u200B",
            "e\u0301",
            "12.5",
            "N/A",
            "true",
            "rs12345",
            "A1B 2C3",
            "SW1A 1AA",
            "9b2f",
            "3ada41f9-bed4-4bad-8face-0a1b2c3d4e5f",
            "D41D8CD98F00B204E9800998ECF8427E",
            "-",
            "/",
            ".",
            ":",
            "(",
            "+81 ",
            "x",
            "1",
            "7",
            "０",
            "三",
            "°",
            "James",
            "said",
            "Kim's",
            "I am gay",
            "癌");

    @Test
    void findTheSameInTheMixedTable(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("people.csv");
        MixedCsv.write(file, 400_000, 17);
        assertThat(compared(file)).isGreaterThan(700 * 20);
    }

    @Test
    void findTheSameInTheShippedTables() throws IOException {
        List<Path> files = new ArrayList<>(tables(Path.of("../config/demo")));
        String more = System.getProperty("audit.data", "");
        files.addAll(more.isEmpty() ? List.of() : tables(Path.of(more)));
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            compared(file);
        }
    }

    @Test
    void findTheSameInWhatIsPutTogetherAtRandom() {
        Random random = new Random(61);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(6); k >= 0; k--) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
                value.append(random.nextInt(3) == 0 ? " " : "");
            }
            compare(value.toString(), announced(random));
        }
    }

    @Test
    void findTheSameInDigitsAndSignsAtRandom() {
        Random random = new Random(62);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(24); k >= 0; k--) {
                value.append("00112233445566778899--  ../:abxyZ+(@,一".charAt(random.nextInt(38)));
            }
            compare(value.toString(), announced(random));
        }
    }

    @Test
    void findTheSameInLongValues() {
        Random random = new Random(63);
        StringBuilder value = new StringBuilder();
        while (value.length() < 30_000) {
            value.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
        }
        compare(value.toString(), new BitSet());
    }

    @Test
    void findTheSameInBytesThatAreNoText() {
        Random random = new Random(64);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes =
                    PIECES.get(random.nextInt(PIECES.size())).concat(" 12").getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Folding.fold(bytes, 0, bytes.length, QUICK.text());
            assertThat(shown(QUICK.matches(new BitSet())))
                    .isEqualTo(shown(PLAIN.matches(new String(bytes, StandardCharsets.UTF_8), new BitSet())));
        }
    }

    private static BitSet announced(Random random) {
        BitSet announced = new BitSet();
        if (random.nextInt(4) == 0) {
            announced.set(random.nextInt(DETECTORS.size()));
        }
        return announced;
    }

    /** Compares every value of a table, its column's name being heard; returns how many. */
    private static int compared(Path file) throws IOException {
        int values = 0;
        List<BitSet> announced = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.Builder.create().setLenientEof(true).get())) {
            for (CSVRecord row : parser) {
                for (int i = 0; i < row.size(); i++) {
                    if (row.getRecordNumber() == 1) {
                        announced.add(HeaderReading.of(row.get(i), DETECTORS).announced(DETECTORS));
                    } else if (i < announced.size()) {
                        compare(row.get(i), announced.get(i));
                        values++;
                    }
                }
            }
        }
        return values;
    }

    private static void compare(String value, BitSet announced) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Folding.fold(bytes, 0, bytes.length, QUICK.text());
        List<String> quick = shown(QUICK.matches(announced));
        assertThat(QUICK.isSpent()).isFalse();
        assertThat(quick).as(value).isEqualTo(shown(PLAIN.matches(value, announced)));
    }

    private static List<String> shown(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::start))
                .map(match -> match.start() + "-" + match.end() + " " + match.detector() + " " + match.confidence()
                        + " " + match.label())
                .toList();
    }

    private static List<Path> tables(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
