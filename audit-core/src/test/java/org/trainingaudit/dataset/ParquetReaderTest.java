package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ParquetReaderTest {

    @TempDir
    Path folder = Path.of("");

    private final Collected got = new Collected();

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = ParquetReaderTest.class.getResourceAsStream("parquet/" + name + ".parquet")) {
            return in.readAllBytes();
        }
    }

    private ReadResult read(byte[] content, Limits limits) throws IOException {
        return DatasetReader.read(Files.write(folder.resolve("data.parquet"), content), limits, got);
    }

    private void refused(byte[] content, Limits limits, String message) {
        assertThatThrownBy(() -> read(content, limits))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("data.parquet")
                .hasMessageContaining(message);
    }

    /** A file written by Parquet's own writer. */
    private byte[] written(String schema, java.util.function.BiConsumer<Integer, Group> fill, int rows)
            throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        Path file = folder.resolve("written");
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(type)
                .withExtraMetaData(java.util.Map.of(
                        "parquet.avro.schema",
                        "{\"type\":\"record\",\"name\":\"" + Harmful.class.getName() + "\",\"fields\":[]}"))
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (int i = 0; i < rows; i++) {
                SimpleGroup group = new SimpleGroup(type);
                fill.accept(i, group);
                writer.write(group);
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void tellsWhatTheFooterSays() throws IOException {
        byte[] content = written(
                "message m { required int64 id; optional binary name (STRING); }",
                (i, group) -> group.append("id", (long) i).append("name", "n"),
                3);
        Path data = Files.createDirectory(folder.resolve("source"));
        Files.write(data.resolve("a.parquet"), content);
        Files.write(data.resolve("b.parquet"), Arrays.copyOf(content, content.length - 1));
        Files.writeString(data.resolve("c.csv"), "id\n1\n");
        List<Announced> said = new FolderSource("s", data, "owner", java.util.Set.of(), new java.util.TreeMap<>())
                .datasets().stream()
                        .map(dataset -> Announced.of(dataset, Limits.DEFAULT))
                        .toList();

        assertThat(said.get(0).rows()).hasValue(3);
        assertThat(said.get(0).types()).isEqualTo(java.util.Map.of("id", "int64", "name", "string"));
        assertThat(said.subList(1, 3)).containsOnly(Announced.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "zstd", "snappy", "gzip", "lz4"})
    void readsEveryTypeAndPacking(String name) throws IOException {
        ReadResult result = read(fixture(name), Limits.DEFAULT);
        assertThat(got.columns)
                .containsExactly(
                        "name",
                        "born",
                        "seen",
                        "seen_utc",
                        "paid",
                        "visits",
                        "big",
                        "ratio",
                        "ok",
                        "id",
                        "address.city",
                        "address.zip",
                        "tags[]",
                        "items[].id",
                        "items[].note",
                        "attributes[].key",
                        "attributes[].value",
                        "text_bytes",
                        "bytes",
                        "hour");
        assertThat(got.rows.get(0))
                .containsExactly(
                        "佐藤 花子",
                        "1980-01-31",
                        "2026-03-04T05:06:07",
                        "2026-03-04T05:06:07Z",
                        "12.50",
                        "42",
                        "7",
                        "1.5",
                        "true",
                        "00112233-4455-6677-8899-aabbccddeeff",
                        "Tokyo",
                        "100-0001",
                        "a\nb",
                        "1\n2",
                        "x",
                        "k",
                        "v",
                        "plain",
                        "0xFF00",
                        "01:02:03.000000");
        assertThat(got.rows.get(1)).hasSize(20).allMatch(String::isEmpty);
        assertThat(result).extracting(ReadResult::read, ReadResult::form).containsExactly(2L, "parquet");
    }

    @Test
    void readsOneRowGroupAfterTheOther() throws IOException {
        assertThat(read(fixture("groups"), Limits.DEFAULT).read()).isEqualTo(5000);
        assertThat(got.rows.get(4999)).containsExactly("4999", "user4999@example.jp");
    }

    @Test
    void rejectsRowsThatCanNotBeTakenWhole() throws IOException {
        byte[] file = written(
                "message m { required binary text (UTF8); }",
                (i, group) -> group.add(
                        "text",
                        switch (i) {
                            case 1 -> Binary.fromConstantByteArray(new byte[] {'a', (byte) 0xFF});
                            case 2 -> Binary.fromString("x".repeat(2000));
                            default -> Binary.fromString("good " + i);
                        }),
                5);
        ReadResult result = read(file, new Limits(10, 1024, 1 << 20));
        assertThat(got.rejected()).containsExactly("2/0/encoding", "3/0/too-long");
        assertThat(got.rows).containsExactly(List.of("good 0"), List.of("good 3"), List.of("good 4"));
        assertThat(result.read()).isEqualTo(got.rows.size() + result.rejected());
    }

    /** Would be seen if it were ever loaded and initialised. */
    static final class Harmful {
        static {
            System.setProperty("audit.test.harmful", "loaded");
        }
    }

    // A33
    @Test
    void loadsNoClassThatTheFileNames() throws IOException {
        read(written("message m { required int32 a; }", (i, group) -> group.add("a", i), 1), Limits.DEFAULT);
        assertThat(got.rows).containsExactly(List.of("0"));
        assertThat(System.getProperty("audit.test.harmful")).isNull();
    }

    @Test
    void refusesABrokenFooter() throws IOException {
        byte[] whole = fixture("plain");
        refused(Arrays.copyOf(whole, whole.length - 5), Limits.DEFAULT, "its footer is missing or cut off");
        byte[] longer = whole.clone();
        Arrays.fill(longer, longer.length - 8, longer.length - 5, (byte) 0xFF);
        refused(longer, Limits.DEFAULT, "its footer is missing or cut off");
        byte[] mixed = whole.clone();
        Arrays.fill(mixed, mixed.length - 400, mixed.length - 200, (byte) 0x1C);
        refused(mixed, Limits.DEFAULT, "broken Parquet");
        refused("PAR1PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII), Limits.DEFAULT, "shorter than");
    }

    @Test
    void refusesBrokenPages() throws IOException {
        byte[] file = fixture("zstd");
        Arrays.fill(file, 20, 60, (byte) 0x55);
        refused(file, Limits.DEFAULT, "broken Parquet");
    }

    @Test
    void refusesWhatPassesALimit() throws IOException {
        refused(fixture("plain"), new Limits(5, 1024, 1 << 20), "more than 5 columns");
        refused(fixture("groups"), new Limits(5, 1024, 1 << 20, 10, 10), "at most 10 are read");
        byte[] decimal = written("message m { required binary d (DECIMAL(5000, 4999)); }", (i, group) -> {}, 0);
        refused(decimal, Limits.DEFAULT, "decimals of more than 1000 digits");
    }

    @Test
    void refusesAPackingWithoutReaderAndAPackedFile() throws IOException {
        refused(fixture("brotli"), Limits.DEFAULT, "packed with BROTLI");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(fixture("plain"));
        }
        refused(packed.toByteArray(), Limits.DEFAULT, "deliver it unpacked");
    }

    /** The same file with another footer. */
    private static byte[] withFooter(byte[] file, java.util.function.Consumer<FileMetaData> change) throws IOException {
        int length = java.nio.ByteBuffer.wrap(file)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt(file.length - 8);
        int start = file.length - 8 - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
        change.accept(footer);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(file, 0, start);
        Util.writeFileMetaData(footer, changed);
        int written = changed.size() - start;
        changed.write(java.nio.ByteBuffer.allocate(4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(written)
                .array());
        changed.writeBytes("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return changed.toByteArray();
    }

    @Test
    void readsARowGroupWithoutRows() throws IOException {
        byte[] file = written("message m { required int32 a; }", (i, group) -> group.add("a", i), 3);
        byte[] empty = withFooter(file, footer -> {
            footer.getRow_groups().get(0).setNum_rows(0);
            footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().setNum_values(0);
        });
        ReadResult result = read(empty, Limits.DEFAULT);
        assertThat(result.columns()).containsExactly("a");
        assertThat(result.read()).isZero();
    }

    /** Rows could be hidden by a footer that says there are fewer. */
    @Test
    void refusesARowGroupWithOtherRowsThanItsColumnsHave() throws IOException {
        byte[] file = written(
                "message m { required int32 a; repeated int32 b; }",
                (i, group) -> group.append("a", i).append("b", i).append("b", i),
                3);
        assertThat(read(file, Limits.DEFAULT).read()).isEqualTo(3);
        for (int rows : new int[] {-1, 0, 2, 4}) {
            byte[] other =
                    withFooter(file, footer -> footer.getRow_groups().get(0).setNum_rows(rows));
            refused(other, Limits.DEFAULT, "its row groups have other rows than their columns");
        }
    }
}
