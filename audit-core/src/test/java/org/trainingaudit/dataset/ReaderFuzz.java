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
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * What a reader must do with any bytes: hand rows on, reject them, or refuse; balance, come to an end, and throw nothing else. A
 * target for fuzzing by coverage too: {@code bench/fuzz} starts it, with the name of the kind of file in the property {@code
 * audit.fuzz.target}.
 */
public final class ReaderFuzz {

    /** Kinds of files, by the name under which a file is written; {@code sheet.xml} is a sheet inside a workbook. */
    static final List<String> KINDS = List.of(
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
            "lz4.parquet");

    private static final Limits LIMITS = new Limits(64, 20_000, 2_000_000, 100, 2_000_000);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String CSV = "id,名前,note\n" + "1,\"佐藤, 花子\",\"a\nb\"\n2,x,\n".repeat(20);
    private static final String JSON = "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"名\":\"x\\u00e9\",\"n\":1.5e3}";

    private static Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    private ReaderFuzz() {}

    /** Writes a good file of a kind into a folder, for the fuzzer to begin with: {@code KIND FOLDER}. */
    public static void main(String[] kindAndFolder) throws IOException {
        Files.write(Path.of(kindAndFolder[1]).resolve("good"), good(kindAndFolder[0]));
    }

    /** Called by the fuzzer with bytes of its own making. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        String kind = System.getProperty("audit.fuzz.target", "a.csv");
        read(folder, kind, bytes, "bytes of the fuzzer");
    }

    /** Called by the fuzzer once. */
    public static void fuzzerInitialize() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    /**
     * Writes the bytes as a file of that kind and reads it.
     *
     * @param what says in a failure which bytes they were
     */
    static void read(Path folder, String kind, byte[] bytes, String what) throws IOException {
        read(
                kind.equals("sheet.xml")
                        ? Files.write(folder.resolve("fuzz.xlsx"), sheet(bytes))
                        : Files.write(folder.resolve(kind), bytes),
                what);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReaderFuzz.class.getResourceAsStream(name)) {
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

    /** A good file of that kind. */
    static byte[] good(String name) throws IOException {
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
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(LONGEST);
    }
}
