package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trainingaudit.dataset.TestWorkbook.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkbookReaderTest {

    private static final Limits SMALL = new Limits(16, 100_000, 1_000_000, 20, 100_000);

    @TempDir
    Path folder = Path.of("");

    private final Collected got = new Collected();

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("book.xlsx"), content);
    }

    private ReadResult read(TestWorkbook book) throws IOException {
        return DatasetReader.read(write(book.bytes()), Limits.DEFAULT, got);
    }

    private AbstractThrowableAssert<?, ?> refused(TestWorkbook book, Refusal.Reason reason) throws IOException {
        return refused(book.bytes(), reason);
    }

    private AbstractThrowableAssert<?, ?> refused(byte[] book, Refusal.Reason reason) throws IOException {
        Path file = write(book);
        return assertThatThrownBy(() -> DatasetReader.read(file, SMALL, got))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("book.xlsx")
                .satisfies(e ->
                        assertThat(((RefusedException) e).refusal().reason()).isEqualTo(reason));
    }

    @Test
    void readsEveryKindOfCell() throws IOException {
        ReadResult result = read(new TestWorkbook()
                .texts("<si><t>name</t></si><si><r><t>山田</t></r><r><t>太郎</t></r><rPh><t>ヤマダ</t></rPh></si>")
                .styles("<numFmts><numFmt numFmtId='164' formatCode='0000000'/>"
                        + "<numFmt numFmtId='165' formatCode='[$-411]ggge&quot;年&quot;m&quot;月&quot;'/>"
                        + "<numFmt numFmtId='166' formatCode='#,##0 &quot;days&quot;'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
                        + "<xf numFmtId='166'/><xf numFmtId='22'/><xf numFmtId='20'/></cellXfs>")
                .sheet(
                        "a",
                        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='str'><v>born</v></c>"
                                + row("zip", "era", "paid", "seen", "at", "ok", "card")
                                        .substring(5)
                                + "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>29221</v></c>"
                                + "<c r='C3' s='2'><v>600001</v></c><c r='D3' s='3'><v>45000</v></c>"
                                + "<c s='4'><v>12</v></c><c s='5'><v>45000.75</v></c><c s='6'><v>0.5</v></c>"
                                + "<c t='b'><v>1</v></c><c><f>A1</f><v>4.532015112833660E15</v></c></row>"));
        assertThat(got.columns).containsExactly("name", "born", "zip", "era", "paid", "seen", "at", "ok", "card");
        assertThat(got.rows)
                .containsExactly(List.of(
                        "山田太郎",
                        "1980-01-01",
                        "0600001",
                        "2023-03-15",
                        "12",
                        "2023-03-15T18:00:00",
                        "12:00:00",
                        "TRUE",
                        "4532015112833660"));
        assertThat(result.form()).isEqualTo("xlsx");
    }

    @Test
    void countsDaysAsTheWorkbookDoes() throws IOException {
        String styles = "<cellXfs><xf numFmtId='14'/></cellXfs>";
        String days = row("n", "day") + "<row><c><v>1</v></c><c s='0'><v>1</v></c></row>";
        read(new TestWorkbook()
                .styles(styles.replace("<xf ", "<xf numFmtId='0'/><xf "))
                .sheet("a", days.replace("s='0'", "s='1'")));
        read(new TestWorkbook()
                .from1904()
                .styles(styles.replace("<xf ", "<xf numFmtId='0'/><xf "))
                .sheet("a", days.replace("s='0'", "s='1'")));
        assertThat(got.rows).containsExactly(List.of("1", "1900-01-01"), List.of("1", "1904-01-02"));
    }

    @Test
    void keepsNumbersThatWouldFillTheMemory() throws IOException {
        read(new TestWorkbook().sheet("a", row("n") + "<row><c><v>1E999999999</v></c></row>"));
        assertThat(got.rows).containsExactly(List.of("1E999999999"));
    }

    @Test
    void rejectsRowsThatCanNotBeTakenWhole() throws IOException {
        ReadResult result = DatasetReader.read(
                write(new TestWorkbook()
                        .sheet(
                                "a",
                                row("a", "b")
                                        + "<row r='2'><c><f>NOW()</f></c><c><v>1</v></c></row>"
                                        + row("x".repeat(100_001), "y")
                                        + "<row r='4'/>"
                                        + row("p", "q").repeat(200)
                                        + row("1", "2", "3"))
                        .bytes()),
                SMALL,
                got);
        assertThat(got.rejected()).containsExactly("1/2/formula", "2/3/too-long", "203/205/ragged");
        assertThat(result.read()).isEqualTo(203);
        assertThat(result.handedOn()).isEqualTo(got.rows.size());
    }

    @Test
    void readsTheLinesOfATitleAsRows() throws IOException {
        String rows = row("社員一覧 2026年") + row("", "作成: 総務部") + row("番号", "氏名", "部署");
        read(new TestWorkbook().sheet("a", rows + row("1", "佐藤", "人事").repeat(5)));
        assertThat(got.columns).containsExactly("番号", "氏名", "部署");
        assertThat(got.rows)
                .hasSize(7)
                .startsWith(List.of("社員一覧 2026年", "", ""), List.of("", "作成: 総務部", ""), List.of("1", "佐藤", "人事"));
    }

    @Test
    void numbersTheColumnsOfASheetWithoutHeader() throws IOException {
        read(new TestWorkbook().sheet("a", "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(3)));
        assertThat(got.columns).containsExactly("#1", "#2");
        assertThat(got.rows).hasSize(3);
    }

    private static TestWorkbook threeSheets() {
        return new TestWorkbook()
                .sheet("one", row("a") + row("1"))
                .sheet("none", "")
                .sheet(
                        "hidden",
                        "state='veryHidden'",
                        "<worksheet><sheetData>" + row("b") + row("2") + "</sheetData></worksheet>");
    }

    @Test
    void tellsSheetsApart() throws IOException {
        Path file = write(threeSheets().bytes());
        assertThat(DatasetReader.tables(file, Limits.DEFAULT))
                .extracting(DataFile::name)
                .containsExactly(file + "#one", file + "#hidden");
        DatasetReader.read(new DataFile(file, Optional.of("hidden")), Limits.DEFAULT, got);
        assertThat(got.columns).containsExactly("b");
        assertThatThrownBy(() -> DatasetReader.read(file, Limits.DEFAULT, got))
                .hasMessageContaining("a workbook of 2 sheets")
                .hasMessageContaining("'one', 'hidden'");
        assertThatThrownBy(() -> DatasetReader.read(new DataFile(file, Optional.of("gone")), Limits.DEFAULT, got))
                .hasMessageContaining("no sheet 'gone'");
    }

    @Test
    void isADatasetForEachSheetInAFolderAndOneForASheetThatIsDeclared() throws IOException {
        write(threeSheets().bytes());
        FolderSource all = new FolderSource("s", folder, "owner", Set.of(), new TreeMap<>());
        assertThat(all.datasets()).extracting(Dataset::id).containsExactly("s/book.xlsx#one", "s/book.xlsx#hidden");
        TreeMap<String, DeclaredFiles> declared = new TreeMap<>();
        declared.put("staff", new DeclaredFiles("book.xlsx", false, Optional.of("one"), Optional.empty()));
        Dataset staff = new FolderSource("s", folder, "owner", Set.of(), declared)
                .datasets()
                .get(0);
        assertThat(DatasetReader.read(staff, Limits.DEFAULT, got).columns()).containsExactly("a");
    }

    // A32
    @Test
    void refusesABomb() throws IOException {
        refused(new TestWorkbook().sheet("a", row("a") + row("1").repeat(100_000)), Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("more than 1000000 bytes");
        refused(
                        new TestWorkbook()
                                .texts(("<si><t>" + "x".repeat(50_000) + "</t></si>").repeat(3))
                                .sheet("a", row("a")),
                        Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("max-text-bytes");
        TestWorkbook parts = new TestWorkbook().sheet("a", row("a"));
        for (int i = 0; i < 30; i++) {
            parts.part("x" + i, "");
        }
        refused(parts, Refusal.Reason.OVER_LIMIT).hasMessageContaining("at most 20 parts");
    }

    // A31
    @Test
    void refusesTooManyColumnsAndTooLongElements() throws IOException {
        refused(new TestWorkbook().sheet("a", "<row><c r='ZZZ1'><v>1</v></c></row>"), Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("at most 16 columns");
        refused(new TestWorkbook().sheet("a", "<row a='" + "x".repeat(800_000) + "'/>"), Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("one mark-up element");
        refused(new TestWorkbook().sheet("a", "<x>".repeat(100)), Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("nested deeper than 64");
    }

    @Test
    void refusesEntitiesAndTakesNothingFromElsewhere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        refused(
                        new TestWorkbook()
                                .sheet(
                                        "a",
                                        "",
                                        external + "<worksheet><sheetData>" + row("&e;") + "</sheetData></worksheet>"),
                        Refusal.Reason.REFUSED)
                .hasMessageContaining("document type or entities");
        String laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
        refused(
                        new TestWorkbook()
                                .sheet(
                                        "a",
                                        "",
                                        laughs + "<worksheet><sheetData>" + row("&b;") + "</sheetData></worksheet>"),
                        Refusal.Reason.REFUSED)
                .hasMessageContaining("document type or entities");
        assertThat(got.rows).isEmpty();
    }

    @Test
    void refusesWhatIsNoWorkbookWithACure() throws IOException {
        byte[] whole = new TestWorkbook().sheet("a", row("a")).bytes();
        refused(Arrays.copyOf(whole, whole.length - 30), Refusal.Reason.REFUSED).hasMessageContaining("cut off");
        refused(new TestWorkbook().part("_rels/.rels", "<x/>"), Refusal.Reason.REFUSED)
                .hasMessageContaining("no .xlsx workbook");
        refused(new TestWorkbook().sheet("a", ""), Refusal.Reason.REFUSED).hasMessageContaining("nothing in the sheet");
        refused(new TestWorkbook(), Refusal.Reason.REFUSED).hasMessageContaining("names no sheet");
        refused(new TestWorkbook().sheet("a", "", "<worksheet><sheetData>"), Refusal.Reason.REFUSED)
                .hasMessageContaining("isn't XML as it should be");
        refused(new TestWorkbook().sheet("a", "<row><c t='s'><v>7</v></c></row>"), Refusal.Reason.REFUSED)
                .hasMessageContaining("a text that the workbook doesn't have");
        Path old = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        assertThatThrownBy(() -> DatasetReader.read(old, SMALL, got))
                .hasMessageContaining("(.xls)")
                .hasMessageContaining("export it as .xlsx");
    }

    @Test
    void readsASheetWhosePartOrRelationIsMissingOnlyToSaySo() throws IOException {
        TestWorkbook lost = new TestWorkbook().sheet("one", row("a") + row("1")).without("two", "worksheet", false);
        Path file = write(lost.bytes());
        assertThat(DatasetReader.tables(file, Limits.DEFAULT))
                .extracting(DataFile::name)
                .containsExactly(file + "#one", file + "#two");
        refused(lost, Refusal.Reason.REFUSED).hasMessageContaining("a workbook of 2 sheets");
        TestWorkbook unrelated =
                new TestWorkbook().sheet("one", row("a") + row("1")).without("two", "elsewhere", true);
        refused(unrelated, Refusal.Reason.REFUSED).hasMessageContaining("a workbook of 2 sheets");
        TestWorkbook chart =
                new TestWorkbook().sheet("one", row("a") + row("1")).without("two", "chartsheet", true);
        assertThat(read(chart).read()).isEqualTo(1);
    }

    @Test
    void readsCharactersThatAreWrittenAsTheirNumber() throws IOException {
        read(new TestWorkbook()
                .texts("<si><t>mail_x000D_\n</t></si><si><t>taro_x0040_example.com</t></si>")
                .sheet(
                        "a",
                        "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>as_x005F_x0041_ _x41_</t></is></c></row>"
                                + "<row><c t='s'><v>1</v></c><c t='str'><f>A1</f><v>_x5C71_</v></c></row>"));
        assertThat(got.columns).containsExactly("mail\r\n", "as_x0041_ _x41_");
        assertThat(got.rows).containsExactly(List.of("taro@example.com", "山"));
    }

    @Test
    void rejectsARowInWhichACellStandsTwice() throws IOException {
        read(new TestWorkbook()
                .sheet("a", row("a") + "<row><c r='A2'><v>1</v></c><c r='A2'><v>2</v></c></row>" + row("3")));
        assertThat(got.rejected()).containsExactly("1/2/ragged");
        assertThat(got.rows).containsExactly(List.of("3"));
    }

    @Test
    void takesNoNumberForADayForTheLettersOfGeneralAndExponents() throws IOException {
        read(new TestWorkbook()
                .styles("<numFmts><numFmt numFmtId='164' formatCode='0.00E+00'/>"
                        + "<numFmt numFmtId='165' formatCode='General&quot; kg&quot;'/>"
                        + "<numFmt numFmtId='166' formatCode='General;[Red]-General'/>"
                        + "<numFmt numFmtId='167' formatCode='ge.m.d'/></numFmts>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
                        + "<xf numFmtId='167'/></cellXfs>")
                .sheet(
                        "a",
                        row("a", "b", "c", "d")
                                + "<row><c s='1'><v>45000</v></c><c s='2'><v>45000</v></c><c s='3'><v>45000</v></c>"
                                + "<c s='4'><v>45000</v></c></row>"));
        assertThat(got.rows).containsExactly(List.of("45000", "45000", "45000", "2023-03-15"));
    }

    @Test
    void looksAtTheIndexThatIsUsedAndNotAtOneInTheZipsComment() throws IOException {
        TestWorkbook parts = new TestWorkbook().sheet("a", row("a"));
        for (int i = 0; i < 30; i++) {
            parts.part("x" + i, "");
        }
        byte[] whole = parts.bytes();
        byte[] small = new TestWorkbook().sheet("a", row("a")).bytes();
        byte[] end = Arrays.copyOfRange(small, small.length - 22, small.length);
        byte[] hiding = Arrays.copyOf(whole, whole.length + 23);
        hiding[whole.length - 2] = 23;
        System.arraycopy(end, 0, hiding, whole.length, end.length);
        refused(hiding, Refusal.Reason.OVER_LIMIT).hasMessageContaining("at most 20 parts");
    }

    @Test
    void refusesAZipThatHasAPartTwice() throws IOException {
        String sheet = "xl/worksheets/sheet1.xml";
        byte[] bytes = new TestWorkbook()
                .sheet("a", row("a") + row("1"))
                .part(sheet.replace('1', '2'), "<worksheet/>")
                .bytes();
        String twice = new String(bytes, StandardCharsets.ISO_8859_1).replace(sheet.replace('1', '2'), sheet);
        refused(twice.getBytes(StandardCharsets.ISO_8859_1), Refusal.Reason.REFUSED)
                .hasMessageContaining("two parts of one name");
    }

    @Test
    void looksForCellsOnlyForAWhile() throws IOException {
        TestWorkbook book = new TestWorkbook().sheet("one", row("a") + row("1"));
        Path file = write(book.sheet("blank", "<row/>".repeat(1_500_000)).bytes());
        assertThat(DatasetReader.sheets(file, Limits.DEFAULT)).containsExactly("one", "blank");
    }
}
