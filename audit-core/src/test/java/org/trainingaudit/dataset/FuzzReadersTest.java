package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trainingaudit.dataset.TestWorkbook.row;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breaks good files at random. Whatever comes out of it, a reader hands rows on, rejects them, or refuses; it balances, comes
 * to an end, and throws nothing else.
 *
 * <p>How often is told by the property {@code audit.fuzz.rounds}, with {@code audit.fuzz.seconds} as the longest time for
 * each; the profile {@code soak} does many.
 */
class FuzzReadersTest {

    private static final long SEED = 20_261_122;
    private static final int ROUNDS = Integer.getInteger("audit.fuzz.rounds", 150);
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("audit.fuzz.seconds", 20));
    private static final Limits LIMITS = new Limits(64, 20_000, 2_000_000, 100, 2_000_000);
    private static final String CSV = "id,名前,note\n" + "1,\"佐藤, 花子\",\"a\nb\"\n2,x,\n".repeat(20);
    private static final String JSON = "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"名\":\"x\\u00e9\",\"n\":1.5e3}";

    @TempDir
    Path folder = Path.of("");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FuzzReadersTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] good(String name) throws IOException {
        return switch (name) {
            case "a.csv" -> utf8(CSV);
            case "sjis.csv" -> CSV.getBytes(Charset.forName("windows-31j"));
            case "utf16.csv" -> CSV.getBytes(StandardCharsets.UTF_16LE);
            case "jis.csv" -> CSV.getBytes(Charset.forName("ISO-2022-JP"));
            case "a.jsonl" -> utf8((JSON + "\n").repeat(30));
            case "a.json" -> utf8("[" + (JSON + ",").repeat(30) + JSON + "]");
            case "a.txt" -> utf8("text\n佐藤\n".repeat(30));
            case "a.csv.gz" -> gzip(utf8(CSV));
            case "a.csv.zst" -> Zstd.compress(utf8(CSV));
            case "sheet.xml" ->
                utf8("<worksheet><sheetData>" + row("a", "b")
                        + row("1", "&lt;x").repeat(20)
                        + "<row r='30'><c r='C30' t='b'><v>1</v></c><c t='s'><v>0</v></c><c s='1'><v>45000.5</v></c></row>"
                        + "</sheetData></worksheet>");
            case "a.xlsx" ->
                new TestWorkbook()
                        .texts("<si><t>x</t></si>")
                        .sheet("a", row("a", "b").repeat(9))
                        .bytes();
            default -> resource("parquet/" + name);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv",
                "sjis.csv",
                "utf16.csv",
                "jis.csv",
                "a.jsonl",
                "a.json",
                "a.txt",
                "a.csv.gz",
                "a.csv.zst",
                "sheet.xml",
                "a.xlsx",
                "plain.parquet",
                "zstd.parquet",
                "snappy.parquet",
                "gzip.parquet",
                "lz4.parquet"
            })
    void refusesRejectsOrReadsWhateverIsBroken(String name) throws IOException {
        byte[] good = good(name);
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < ROUNDS && System.nanoTime() < end; i++) {
            long seed = SEED + 31L * i + name.hashCode();
            byte[] broken = broken(good, new Random(seed));
            Path file = name.equals("sheet.xml")
                    ? Files.write(folder.resolve("fuzz.xlsx"), sheet(broken))
                    : Files.write(folder.resolve(name), broken);
            read(file, "seed " + seed + " of " + name);
        }
    }

    private static byte[] sheet(byte[] content) throws IOException {
        return new TestWorkbook()
                .texts("<si><t>x</t></si>")
                .sheet("a", "", new String(content, StandardCharsets.UTF_8))
                .bytes();
    }

    private static void read(Path file, String what) {
        Collected got = new Collected();
        long begun = System.nanoTime();
        try {
            ReadResult result = DatasetReader.read(file, LIMITS, got);
            assertThat(result.handedOn()).as(what).isEqualTo(got.rows.size());
            assertThat(result.rejected()).as(what).isEqualTo(got.rejections.size());
            assertThat(got.rows)
                    .as(what)
                    .allMatch(cells -> cells.size() == result.columns().size());
        } catch (RefusedException e) {
            assertThat(e).as(what).hasMessageContaining(file.getFileName().toString());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what, e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(Duration.ofSeconds(30));
    }

    /** Some bytes changed, cut out, doubled, or taken for a large number. */
    private static byte[] broken(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times && bytes.length > 8; i++) {
            int at = random.nextInt(bytes.length - 4);
            int length = Math.min(1 + random.nextInt(32), bytes.length - at);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> bytes = joined(bytes, at, at + length, 0);
                case 4 -> bytes = joined(bytes, at, at, length);
                default -> bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
        }
        return bytes;
    }

    /** What stands before {@code from} and behind {@code to}, with the bytes behind {@code to} once more in between. */
    private static byte[] joined(byte[] bytes, int from, int to, int again) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.write(bytes, to, Math.min(again, bytes.length - to));
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
