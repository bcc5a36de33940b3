package org.trainingaudit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvRoundTripTest {

    private static final long SEED = 20261121;
    private static final List<String> PIECES = List.of(
            "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\0", "'", "\"", ",", ";", " ", "\\", "＝", "−", "\ufeff",
            "\u202e", "\u2028", "a", "患", "𠮷", "1", "#", "|");
    private static final CsvSchema TWO = new CsvSchema(
            "two",
            "Two columns",
            1,
            List.of(
                    new CsvColumn("first", CsvType.STRING, false, "any text"),
                    new CsvColumn("second", CsvType.STRING, false, "any text")),
            List.of("first"));

    @ParameterizedTest
    @EnumSource(CsvDialect.class)
    void givesAnyTextBackExactly(CsvDialect dialect) throws IOException {
        Random random = new Random(SEED);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rows.add(List.of(text(random), text(random)));
        }

        List<List<String>> read = CsvReader.read(new CsvTable(TWO, rows).bytes(dialect));

        assertThat(read.get(0)).containsExactly("first", "second");
        assertThat(read.subList(1, read.size())).isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource(CsvDialect.class)
    void leavesNoCellThatASpreadsheetWouldRun(CsvDialect dialect) throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            String text = text(random);
            String line =
                    new String(new CsvTable(TWO, List.of(List.of("x", text))).bytes(dialect), StandardCharsets.UTF_8);
            String cell = line.substring(line.indexOf("x,") + 2).replaceFirst("^\"", "");
            assertThat(cell).as("cell for %s", text).doesNotContainPattern("^[\\s\\p{Z}\\p{C}]*[=+\\-@＝−]");
        }
    }

    @ParameterizedTest
    @EnumSource(CsvDialect.class)
    void laysOutCellsAsCommonsCsvDoes(CsvDialect dialect) throws IOException {
        Random random = new Random(SEED);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator(dialect.lineEnd())
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        for (int i = 0; i < 20_000; i++) {
            List<String> row = List.of(harmless(random), harmless(random));
            CsvLines lines = new CsvLines(dialect);
            lines.line(TWO, row);
            assertThat(new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8))
                    .as("seed " + SEED + ", row " + i)
                    .isEqualTo(format.format(row.get(0), row.get(1)) + dialect.lineEnd());
        }
    }

    /** A text that isn't guarded. */
    private static String harmless(Random random) {
        String text = text(random);
        while (!FormulaGuard.guard(text).equals(text)) {
            text = text(random);
        }
        return text;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void quotesAGuardedCell() {
        byte[] file = new CsvTable(TWO, List.of(List.of("=1", "plain"))).bytes(CsvDialect.PLAIN);

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("first,second\n\"'=1\",plain\n");
    }

    @Test
    void joinsAndSplitsListsExactly() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5000; i++) {
            List<String> texts = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                texts.add(text(random) + "x");
            }
            assertThat(CsvReader.texts(CsvList.join(texts))).isEqualTo(texts);
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> CsvReader.read(new byte[] {(byte) 0xff, 'a'}))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void refusesACellThatDoesNotFitItsColumn() {
        CsvSchema numbers = new CsvSchema(
                "numbers", "Numbers", 1, List.of(new CsvColumn("n", CsvType.INTEGER, true, "a number")), List.of("n"));

        assertThatThrownBy(() -> new CsvTable(numbers, List.of(List.of("=1"))))
                .hasMessage("table numbers, column n: expected INTEGER, but found '=1'");
        assertThatThrownBy(() -> new CsvTable(numbers, List.of(List.of(""))))
                .hasMessage("table numbers, column n: expected INTEGER, but found ''");
        assertThatThrownBy(() -> new CsvTable(numbers, List.of(List.of("1", "2"))))
                .hasMessage("table numbers has 1 columns, but a row has 2 cells");
    }
}
