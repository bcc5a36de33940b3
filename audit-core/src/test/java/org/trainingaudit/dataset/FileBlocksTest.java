package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FileBlocksTest {

    private static final Limits LIMITS = new Limits(100, 400, 1 << 20);
    private static final List<String> PIECES = List.of(
            "a",
            "b b",
            "é",
            "東京",
            "\"q\"",
            "\"x,y\"",
            "\"two\nlines\"",
            "\"r\r\nn\"",
            "\"a \"\"b\"\"\"",
            "ba\"re",
            "12",
            "",
            "\"open",
            "\"shut\"x",
            "\u0000");

    @TempDir
    Path folder = Path.of("");

    @Test
    void haveTheRowsAndRejectionsOfTheWholeFile() throws IOException {
        Random random = new Random(91);
        int cut = 0;
        for (int round = 0; round < 400; round++) {
            Path file = write("t.csv", table(random, round % 4 == 0 ? PIECES.size() : PIECES.size() - 3));
            Optional<FileBlocks> blocks = FileBlocks.cut(file, "it", LIMITS, 50 + random.nextInt(600));
            if (blocks.isPresent()) {
                cut += blocks.get().blocks().size();
                assertThat(read(blocks.get(), file)).as(Files.readString(file)).isEqualTo(whole(file));
            }
        }
        assertThat(cut).isGreaterThan(1000);
    }

    @Test
    void areNotCutWhereRowsWereDecidedByWhatStandsBehind() throws IOException {
        for (int rows = 1; rows < 120; rows++) {
            String text = "first,second\n" + "a,b\n".repeat(20) + "\"two\nlines\",\"open\n" + "a,b\n".repeat(rows)
                    + "\"q\",c\n" + "a,b\n".repeat(60);
            Path file = write("t.csv", text);
            FileBlocks blocks = FileBlocks.cut(file, "it", LIMITS, 40).orElseThrow();
            assertThat(read(blocks, file)).as("%d rows", rows).isEqualTo(whole(file));
        }
    }

    @Test
    void ofJsonLinesHaveAllColumns() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF");
        for (int i = 0; i < 300; i++) {
            text.append("{\"a\":")
                    .append(i)
                    .append(i == 250 ? ",\"late\":{\"b\":\"x\"}" : "")
                    .append("}\n");
            text.append(i % 40 == 0 ? "\n{broken\n" : "");
        }
        same("t.jsonl", text.toString());
    }

    @Test
    void ofTextHaveAllLines() throws IOException {
        same("t.md", "line of text\r\n\r\nanother one\n".repeat(200));
    }

    @Test
    void ofATableWithAMarkHaveItsHeader() throws IOException {
        same("t.csv", "\uFEFFname,age\n" + "x,1\n".repeat(500));
    }

    @Test
    void ofATableWhoseHeaderIsLongerThanItsRowsHaveAllOfThem() throws IOException {
        same("t.csv", "name,age,,\n" + "x,1\n".repeat(500));
    }

    @Test
    void ofATableWithABrokenHeaderHaveAllItsRows() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, ("n\u00A0me,age\n" + "x,1\n".repeat(500)).getBytes(StandardCharsets.ISO_8859_1));
        FileBlocks blocks = FileBlocks.cut(file, "it", LIMITS, 100).orElseThrow();
        assertThat(blocks.columns()).containsExactly("n\uFFFDme", "age");
        assertThat(read(blocks, file)).isEqualTo(whole(file));
    }

    @Test
    void areCutOnlyWhereThatCanBe() throws IOException {
        String text = "name,age\n" + "x,1\n".repeat(500);
        assertThat(FileBlocks.cut(write("small.csv", text), "it", LIMITS, 1 << 20))
                .isEmpty();
        Path utf16 = folder.resolve("utf16.csv");
        Files.write(utf16, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(FileBlocks.cut(utf16, "it", LIMITS, 100)).isEmpty();
        Path packed = folder.resolve("packed.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Random random = new Random(3);
            for (int i = 0; i < 1000; i++) {
                out.write((random.nextLong() + ",1\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(FileBlocks.cut(packed, "it", LIMITS, 100)).isEmpty();
    }

    @Test
    void ofAFileThatGotShorterAreRefusedByName() throws IOException {
        Path file = write("t.csv", "name,age\n" + "x,1\n".repeat(500));
        FileBlocks blocks = FileBlocks.cut(file, "people (t.csv)", LIMITS, 300).orElseThrow();
        Files.writeString(file, "name,age\n");
        assertThatThrownBy(() ->
                        blocks.read(file, "people (t.csv)", blocks.blocks().get(3), LIMITS, new Told()))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("people (t.csv): can't be read to its end");
    }

    @Test
    void surviveBeingKeptAsJson() throws IOException {
        Path file = write("t.csv", "name,age\n" + "x,1\n".repeat(500));
        FileBlocks blocks = FileBlocks.cut(file, "it", LIMITS, 100).orElseThrow();
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(blocks), FileBlocks.class))
                .isEqualTo(blocks);
        assertThat(blocks.isStillOf(file)).isTrue();
        Files.writeString(file, "name,age\n");
        assertThat(blocks.isStillOf(file)).isFalse();
    }

    private void same(String name, String text) throws IOException {
        Path file = write(name, text);
        FileBlocks blocks = FileBlocks.cut(file, "it", LIMITS, 300).orElseThrow();
        assertThat(blocks.blocks().size()).isGreaterThan(3);
        assertThat(read(blocks, file)).isEqualTo(whole(file));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String table(Random random, int pieces) {
        StringBuilder text = new StringBuilder("first,second,third\n");
        int rows = 5 + random.nextInt(120);
        for (int i = 0; i < rows; i++) {
            int cells = random.nextInt(30) == 0 ? 2 : 3;
            for (int k = 0; k < cells; k++) {
                text.append(k == 0 ? "" : ",").append(PIECES.get(random.nextInt(random.nextInt(9) == 0 ? pieces : 8)));
            }
            text.append(random.nextInt(50) == 0 ? "y".repeat(500) : "");
            text.append(random.nextBoolean() ? "\n" : random.nextInt(20) == 0 ? "\n\n" : "\r\n");
        }
        return text.toString();
    }

    private static List<String> whole(Path file) {
        Told told = new Told();
        try {
            ReadResult result = DatasetReader.read(file, LIMITS, told);
            told.all.add(result.read() + " " + result.rejectedBy() + " " + result.form() + " " + result.columns());
        } catch (RefusedException e) {
            told.all.add("refused");
        }
        return told.all;
    }

    /** Block by block, the last first, put together in the file's order. */
    private static List<String> read(FileBlocks blocks, Path file) {
        List<List<String>> parts = new ArrayList<>();
        List<ReadResult> results = new ArrayList<>();
        for (int i = blocks.blocks().size() - 1; i >= 0; i--) {
            Told told = new Told();
            results.add(0, blocks.read(file, "it", blocks.blocks().get(i), LIMITS, told));
            parts.add(0, i == 0 ? told.all : told.all.subList(1, told.all.size()));
        }
        List<String> all = new ArrayList<>();
        parts.forEach(all::addAll);
        ReadResult sum = results.stream().reduce(ReadResult::plus).orElseThrow();
        all.add(sum.read() + " " + sum.rejectedBy() + " " + sum.form() + " " + sum.columns());
        return all;
    }

    /** Everything that a visitor is told, in order. */
    private static final class Told implements RowVisitor {
        private final List<String> all = new ArrayList<>();

        @Override
        public void columns(List<String> names) {
            all.add(names.toString());
        }

        @Override
        public void row(Row row) {
            StringBuilder cells = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                cells.append('[').append(row.text(i)).append(']');
            }
            all.add(cells.toString());
        }

        @Override
        public void rejected(Rejection rejection) {
            all.add(rejection.toString());
        }
    }
}
