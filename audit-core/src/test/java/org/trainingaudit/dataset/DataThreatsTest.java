package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a dataset may try, from the file to the answer; docs/datasets.md lists which other test holds what. */
class DataThreatsTest {

    @TempDir
    Path folder = Path.of("");

    private final Collected got = new Collected();

    private ReadResult read(String name, byte[] content) throws IOException {
        return DatasetReader.read(Files.write(folder.resolve(name), content), Limits.DEFAULT, got);
    }

    private ReadResult read(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsTheRowsOfAFileHalfShiftJisApartAndSaysWhatIsWrongWithIt() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(("氏名,住所\n" + "佐藤花子,東京都港区\n".repeat(300)).getBytes(StandardCharsets.UTF_8));
        both.writeBytes("鈴木一郎,大阪市北区\n".repeat(100).getBytes(Charset.forName("windows-31j")));
        ReadResult result = read("mixed.csv", both.toByteArray());
        assertThat(result.read()).isEqualTo(400);
        assertThat(result.rejectedBy()).containsEntry("encoding", 100L);
        assertThat(got.rejections.get(0)).isEqualTo(new Rejection(301, 302, "encoding"));
        assertThat(DatasetSettings.defaults().refusal(result).orElseThrow().message())
                .contains("100 of 400 rows rejected")
                .contains("it seems to mix encodings")
                .doesNotContain("鈴木");
    }

    @Test
    void namesTheRowWhoseQuoteIsNeverClosedAndLosesNoOther() throws IOException {
        String rows = "1,a\n2,b\n3,c\n4,\"open\n5,e\n6,f\n";
        ReadResult result = read("open.csv", "id,note\n" + rows);
        assertThat(got.rejected()).containsExactly("4/5/quote");
        assertThat(result.handedOn()).isEqualTo(5);
    }

    @Test
    void takesAnyNameOfAColumnAsItIs() throws IOException {
        String hostile =
                "\"new\nline\",\"com,ma\",\"quo\"\"te\",../../x,=cmd|' /C calc'!A0,same,same," + "n".repeat(10_000);
        read("names.csv", hostile + "\na,b,c,d,e,f,g,h\n");
        assertThat(got.columns)
                .containsExactly(
                        "new\nline",
                        "com,ma",
                        "quo\"te",
                        "../../x",
                        "=cmd|' /C calc'!A0",
                        "same",
                        "same#2",
                        "n".repeat(10_000));
    }

    @Test
    void tellsNoValueInAnyRefusal() throws IOException {
        String secret = "4532015112833660";
        List<byte[]> broken = List.of(
                ("{\"card\":\"" + secret + "\",,}").getBytes(StandardCharsets.UTF_8),
                new TestWorkbook()
                        .sheet("a", "", "<worksheet><sheetData><row><c><v>" + secret + "</v>&" + secret + ";</row>")
                        .bytes(),
                ("PAR1" + secret + secret + "PAR1").getBytes(StandardCharsets.UTF_8),
                ("\"" + secret + "\"x,b\n").getBytes(StandardCharsets.UTF_8));
        List<String> names = List.of("a.json", "a.xlsx", "a.parquet", "a.csv");
        for (int i = 0; i < broken.size(); i++) {
            int n = i;
            assertThatThrownBy(() -> read(names.get(n), broken.get(n)))
                    .isInstanceOf(RefusedException.class)
                    .satisfies(e -> assertThat(trace(e)).doesNotContain(secret));
        }
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void neverLetsOneDatasetStopAnother() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{");
        Files.writeString(folder.resolve("b.xlsx"), "PK\u0003\u0004");
        Files.writeString(folder.resolve("c.csv"), "a,b\n1,2\n");
        List<Dataset> datasets = new FolderSource("s", folder, "owner", Set.of(), new TreeMap<>()).datasets();
        assertThat(datasets).extracting(Dataset::id).containsExactly("s/a.json", "s/b.xlsx", "s/c.csv");
        assertThat(DatasetReader.read(datasets.get(2), Limits.DEFAULT, got).read())
                .isEqualTo(1);
    }
}
