package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trainingaudit.use.Fixtures.CATALOGUE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetRegisterTest {

    private final Path folder;

    SheetRegisterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String content(Use use) {
        return use.id() + " " + use.dataset() + " " + use.training() + " " + UseJson.factsSha256(use.facts());
    }

    @Test
    void readsFromASheetWhatItReadsFromCsv() throws IOException {
        Path csv = Fixtures.file("register.csv");
        Path sheet = new TestRegister("uses").csv(csv).write(folder.resolve("register.xlsx"));

        RegisterResult result = Registers.read(sheet, CATALOGUE);

        assertThat(result.faults()).isEmpty();
        assertThat(result.complete()).isTrue();
        assertThat(result.uses())
                .map(SheetRegisterTest::content)
                .isEqualTo(Registers.read(csv, CATALOGUE).uses().stream()
                        .map(SheetRegisterTest::content)
                        .toList());
        assertThat(result.uses().get(0).origin()).isEqualTo("register:register.xlsx:2");
    }

    /** The same faults in the same order as of the same table in CSV, each with the cell in which it stands. */
    @Test
    void tellsEveryFaultInItsCell() throws IOException {
        Path sheet = new TestRegister("uses").csv(Fixtures.file("faulty.csv")).write(folder.resolve("faulty.xlsx"));

        RegisterResult result = Registers.read(sheet, CATALOGUE);

        Golden.check("faulty.xlsx.expected.txt", Fixtures.shown(result.faults(), folder));
        assertThat(result.complete()).isTrue();
        // A short row of a sheet is one whose last cells are empty, and no fault.
        List<String> csv = messages(Registers.read(Fixtures.file("faulty.csv"), CATALOGUE));
        csv.removeIf(message -> message.startsWith("the row has 6 cells"));
        assertThat(messages(result)).isEqualTo(csv);
    }

    private static List<String> messages(RegisterResult result) {
        return new ArrayList<>(result.faults().stream()
                .map(fault -> fault.message().replaceFirst("register:faulty\\.[a-z]+", ""))
                .toList());
    }

    @Test
    void keepsTheIdOfARowThatIsWiderThanTheHeaderOrHasAnUncalculatedFormula() throws IOException {
        Path sheet = new TestRegister("uses")
                .row("use", "dataset", "consentObtained")
                .row("wide", "a/one", "true", "behind")
                .formula("formula", "a/one")
                .row("sound", "a/one", "TRUE")
                .write(folder.resolve("r.xlsx"));

        RegisterResult result = Registers.read(sheet, CATALOGUE);

        assertThat(result.uses()).extracting(Use::id).containsExactly("wide", "formula", "sound");
        assertThat(result.uses()).map(use -> use.doubt().isPresent()).containsExactly(true, true, false);
        assertThat(Fixtures.shown(result.faults(), folder))
                .contains("r.xlsx:uses!A2: the row has 4 cells, but the header has 3")
                .contains("r.xlsx:uses!A3: a cell of the row has a formula whose result isn't stored");
        assertThat(result.complete()).isTrue();
    }

    @Test
    void readsTheSheetThatIsCalledUsesOfSeveral() throws IOException {
        Path sheet = new TestRegister("Notes")
                .row("read me first")
                .next("Uses")
                .row("use", "dataset")
                .row("a", "d/one")
                .write(folder.resolve("two.xlsx"));

        RegisterResult result = Registers.read(sheet, CATALOGUE);

        assertThat(result.faults()).isEmpty();
        assertThat(result.uses()).extracting(Use::id).containsExactly("a");
    }

    @Test
    void isNotCompleteWhereNobodyKnowsWhichSheetIsMeantOrTheFileIsNone() throws IOException {
        Path two = new TestRegister("one").row("use").next("two").row("use").write(folder.resolve("two.xlsx"));
        Path none = Files.writeString(folder.resolve("none.xlsx"), "use,dataset\na,d\n");
        Path blank = new TestRegister("uses").write(folder.resolve("blank.xlsx"));

        assertThat(fault(two)).contains("two.xlsx: a workbook of 2 sheets, of which none is called 'uses'");
        assertThat(fault(none)).contains("none.xlsx: a zip or spreadsheet that is cut off");
        assertThat(fault(blank)).contains("blank.xlsx: the file has no header");
        assertThat(fault(folder.resolve("missing.xlsx"))).contains("missing.xlsx: no such file");
    }

    private String fault(Path file) {
        RegisterResult result = Registers.read(file, CATALOGUE);
        assertThat(result.complete()).isFalse();
        return Fixtures.shown(result.faults(), folder);
    }

    /** However a workbook is damaged, reading it ends with uses and faults and never with an exception. */
    @Test
    void neverFailsOnAWorkbookDamagedAtRandom() throws IOException {
        Random random = new Random(20261122);
        Path file = new TestRegister("uses").csv(Fixtures.file("register.csv")).write(folder.resolve("damaged.xlsx"));
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = sound.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            RegisterResult result = Registers.read(file, CATALOGUE);
            assertThat(result.complete() || !result.faults().isEmpty()).isTrue();
        }
    }
}
