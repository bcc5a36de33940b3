package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DatasetReaderTest extends ReadsFiles {

    private static final String CSV = "name,city\nAnna,Bonn\nBert,Ulm\n";

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void readsCsvAlsoPacked() throws IOException {
        ReadResult plain = read("people.csv", CSV);
        ReadResult packed = read("people.csv.gz", gzip(CSV.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
        assertThat(packed).isEqualTo(plain);
        assertThat(plain.columns()).containsExactly("name", "city");
        assertThat(plain.read()).isEqualTo(2);
    }

    @Test
    void refusesPackedFilesThatGrowTooLarge() throws IOException {
        refused(
                        "bomb.csv.gz",
                        gzip("x,y\n".repeat(500_000).getBytes(StandardCharsets.UTF_8)),
                        Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("more than 1000000 bytes");
        refused("twice.csv.gz", gzip(gzip(CSV.getBytes(StandardCharsets.UTF_8))), Refusal.Reason.REFUSED)
                .hasMessageContaining("gzip inside gzip");
    }

    private static byte[] zstd(byte[] content) {
        return Zstd.compress(content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void readsZstd() throws IOException {
        byte[] csv = CSV.getBytes(StandardCharsets.UTF_8);
        assertThat(read("people.csv.zst", zstd(csv), Limits.DEFAULT)).isEqualTo(read("people.csv", CSV));
        refused(
                        "bomb.csv.zst",
                        zstd("x,y\n".repeat(500_000).getBytes(StandardCharsets.UTF_8)),
                        Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("more than 1000000 bytes");
        refused("twice.csv.zst", zstd(zstd(csv)), Refusal.Reason.REFUSED).hasMessageContaining("zstd inside zstd");
        refused("both.csv.gz", gzip(zstd(csv)), Refusal.Reason.REFUSED).hasMessageContaining("zstd inside gzip");
        byte[] packed = zstd(CSV.repeat(1000).getBytes(StandardCharsets.UTF_8));
        refused("cut.csv.zst", Arrays.copyOf(packed, packed.length - 5), Refusal.Reason.REFUSED)
                .hasMessageContaining("can't be read to its end");
    }

    @Test
    void readsPartsPackedOneBehindTheOther() throws IOException {
        byte[] head = CSV.getBytes(StandardCharsets.UTF_8);
        byte[] more = "Cora,Kiel\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read("two.csv.gz", joined(gzip(head), gzip(more)), Limits.DEFAULT)
                        .read())
                .isEqualTo(3);
        assertThat(read("two.csv.zst", joined(zstd(head), zstd(more)), Limits.DEFAULT)
                        .read())
                .isEqualTo(3);
    }

    /** A second part whose first bytes are broken must not be passed over. */
    @Test
    void refusesWhatStandsBehindThePackedContent() throws IOException {
        byte[] head = CSV.getBytes(StandardCharsets.UTF_8);
        byte[] gzip = gzip(head);
        byte[] broken = gzip(head);
        broken[0] = 'x';
        refused("behind.csv.gz", joined(gzip, broken), Refusal.Reason.REFUSED)
                .hasMessageContaining("something that isn't gzip follows");
        refused("few.csv.gz", joined(gzip, new byte[] {1, 2, 3}), Refusal.Reason.REFUSED)
                .hasMessageContaining("something that isn't gzip follows");
        byte[] large = gzip(new java.util.Random(4)
                .ints(50_000)
                .mapToObj(i -> i + "\n")
                .collect(java.util.stream.Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
        refused("large.csv.gz", joined(large, broken), Refusal.Reason.REFUSED)
                .hasMessageContaining("something that isn't gzip follows");
        refused("behind.csv.zst", joined(zstd(head), new byte[] {1, 2, 3, 4, 5}), Refusal.Reason.REFUSED);
    }

    private Dataset joinedDataset(String pattern) {
        TreeMap<String, DeclaredFiles> declared = new TreeMap<>();
        declared.put("d", DeclaredFiles.matching(pattern));
        return new FolderSource("s", folder, "owner", Set.of(), declared)
                .datasets()
                .get(0);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void readsFilesWithTheSameColumnsAsOneDataset() throws IOException {
        write("p-2.csv", "city,name\nUlm,Bert\nbroken\n");
        write("p-1.csv", "name,city\nAnna,Bonn\n");
        write("p-3.csv", "name;city\nCora;Kiel\nbroken\n");
        write("q.csv", "other\n1\n");
        ReadResult result = DatasetReader.read(joinedDataset("p-*.csv"), Limits.DEFAULT, got);
        assertThat(got.rows).containsExactly(List.of("Anna", "Bonn"), List.of("Bert", "Ulm"), List.of("Cora", "Kiel"));
        assertThat(got.rejections)
                .containsExactly(new Rejection(3, 3, "ragged", "p-2.csv"), new Rejection(5, 3, "ragged", "p-3.csv"));
        assertThat(result)
                .extracting(ReadResult::read, ReadResult::rejected, ReadResult::form)
                .containsExactly(5L, 2L, "csv utf-8 comma header, csv utf-8 semicolon header");
    }

    @Test
    void refusesTheWholeWhereAFileHasOtherColumns() throws IOException {
        write("in/p-1.csv", "name,city\nAnna,Bonn\n");
        write("in/deep/p-2.csv", "name,town,zip\nBert,Ulm,1\n");
        assertThatThrownBy(() -> DatasetReader.read(joinedDataset("in/"), Limits.DEFAULT, got))
                .hasMessageContaining("s/d (p-1.csv)")
                .hasMessageContaining(
                        "aren't those of 'p-2.csv': 2 of them missing and 1 others there, first at column 2");
        assertThatThrownBy(() -> DatasetReader.read(joinedDataset("in/*.tsv"), Limits.DEFAULT, got))
                .hasMessageContaining("no file in the folder of source 's' fits 'in/*.tsv'");
    }

    @Test
    void refusesTheWholeWhereAFileOfItMustNotBeRead() throws IOException {
        write("in/p-1.csv", "name,city\nAnna,Bonn\n");
        Files.createSymbolicLink(folder.resolve("in/p-2.csv"), Path.of("/etc/passwd"));
        assertThatThrownBy(() -> DatasetReader.read(joinedDataset("in/*"), Limits.DEFAULT, got))
                .hasMessageContaining("not a plain file inside the folder");
    }

    @Test
    void refusesAPackedFileThatIsCutOff() throws IOException {
        byte[] packed = gzip(CSV.repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] json = gzip(("[" + "{\"a\":12345},\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        refused("cut.json.gz", Arrays.copyOf(json, json.length - 20), Refusal.Reason.REFUSED)
                .hasMessageContaining("can't be read to its end");
        refused("cut.csv.gz", Arrays.copyOf(packed, packed.length - 20), Refusal.Reason.REFUSED)
                .hasMessageContaining("can't be read to its end");
    }

    @Test
    void readsTextAsLines() throws IOException {
        ReadResult result = read("notes.md", "# Visit\n\nAnna came, \"well\".\r\nBert, too\n");
        assertThat(got.columns).containsExactly("text");
        assertThat(got.rows).containsExactly(List.of("# Visit"), List.of("Anna came, \"well\"."), List.of("Bert, too"));
        assertThat(result.form()).isEqualTo("text utf-8");
    }

    @Test
    void tellsTheFormatByContentWhereTheNameDoesNot() throws IOException {
        assertThat(read("export.dat", "a\tb\n1\t2\n3\t4\n").form()).isEqualTo("csv utf-8 tab header");
        assertThat(read("letter.txt", "Dear Anna,\nthank you.\n").form()).isEqualTo("text utf-8");
        assertThat(read("table.txt", "a,b,c\n" + "1,2,3\n".repeat(4)).form()).isEqualTo("csv utf-8 comma header");
        assertThat(read("list.txt", "Bonn, today\nDear Anna,\nthanks, Bert\n").form())
                .isEqualTo("text utf-8");
        assertThat(read("events", "{\"a\":1}\n").form()).isEqualTo("json utf-8");
    }

    @Test
    void refusesWhatItHasNoReaderFor() {
        refused("table.orc", "ORC\u0001....").hasMessageContaining("the content is ORC");
        refused("table.csv", "PK\u0003\u0004...").hasMessageContaining("a zip or spreadsheet that is cut off");
    }

    @Test
    void refusesAFileWithoutABytes() {
        for (String name : List.of("empty.csv", "empty.jsonl", "empty.json", "empty.txt")) {
            refused(name, "").hasMessageContaining("nothing in it");
        }
    }

    @Test
    void readsAHeaderAlone() throws IOException {
        ReadResult result = read("head.csv", "name,city\n");
        assertThat(result.read()).isZero();
        assertThat(result.columns()).containsExactly("name", "city");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes and /dev/zero aren't files there")
    void refusesWhatIsNoFile() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path path : List.of(pipe, Path.of("/dev/zero"), folder)) {
            assertThatThrownBy(() -> DatasetReader.read(path, Limits.DEFAULT, got))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("not a plain file");
        }
        assertThatThrownBy(() -> DatasetReader.read(folder.resolve("none.csv"), Limits.DEFAULT, got))
                .hasMessageContaining("no such file");
    }

    @Test
    void namesDatasetAndFileInARefusal() throws IOException {
        Files.createFile(folder.resolve("e.csv"));
        TreeMap<String, DeclaredFiles> declared = new TreeMap<>();
        declared.put("empty", DeclaredFiles.one("e.csv"));
        declared.put("gone", DeclaredFiles.one("gone.csv"));
        List<Dataset> datasets = new FolderSource("s", folder, "owner", Set.of(), declared).datasets();
        assertThatThrownBy(() -> DatasetReader.read(datasets.get(0), Limits.DEFAULT, got))
                .hasMessageStartingWith("s/empty (e.csv): nothing in it");
        assertThatThrownBy(() -> DatasetReader.read(datasets.get(1), Limits.DEFAULT, got))
                .hasMessageStartingWith("s/gone: its file isn't in the folder");
    }

    @Test
    void listsTheFilesThatAPathMeans() throws IOException {
        read("b.csv", CSV);
        read("a.csv", CSV);
        assertThat(DatasetReader.files(folder)).containsExactly(folder.resolve("a.csv"), folder.resolve("b.csv"));
        assertThat(DatasetReader.files(folder.resolve("a.csv"))).containsExactly(folder.resolve("a.csv"));
    }

    @Test
    @org.junit.jupiter.api.condition.EnabledOnOs(
            value = org.junit.jupiter.api.condition.OS.LINUX,
            disabledReason = "open files are listed nowhere else")
    void leavesNoFileOpenWhosePackingIsBroken() throws IOException {
        refused("short.csv.gz", new byte[] {0x1F, (byte) 0x8B}, Refusal.Reason.REFUSED);
        refused("twice.csv.gz", gzip(gzip(new byte[10])), Refusal.Reason.REFUSED);
        byte[] zstd = zstd(CSV.getBytes(StandardCharsets.UTF_8));
        zstd[4] = (byte) 0xFF;
        refused("broken.csv.zst", zstd, Refusal.Reason.REFUSED);
        try (java.util.stream.Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.map(DatasetReaderTest::target).filter(target -> target.startsWith(folder.toString())))
                    .isEmpty();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void refusesAFewBytesBehindZstd() throws IOException {
        byte[] head = zstd(CSV.getBytes(StandardCharsets.UTF_8));
        for (int few = 1; few < 5; few++) {
            refused("few.csv.zst", joined(head, new byte[few]), Refusal.Reason.REFUSED);
        }
    }
}
