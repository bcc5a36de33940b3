package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    @TempDir
    Path temp = Path.of("");

    private Path root = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        write(root.resolve("patients.csv"));
        write(Files.createDirectory(root.resolve("sub")).resolve("notes.jsonl"));
        write(root.resolve(".hidden.csv"));
        write(temp.resolve("outside.csv"));
    }

    private static void write(Path file) throws IOException {
        Files.writeString(file, "a,b\n1,2\n");
    }

    private FolderSource source(String... declared) {
        TreeMap<String, DeclaredFiles> datasets = new TreeMap<>();
        for (String file : declared) {
            datasets.put("d" + datasets.size(), DeclaredFiles.one(file));
        }
        return new FolderSource("s", root, "owner", Set.of(), datasets);
    }

    private static List<String> refusals(List<Dataset> datasets) {
        return datasets.stream()
                .map(Dataset::refusal)
                .flatMap(Optional::stream)
                .map(r -> r.reason().word() + ": " + r.message())
                .distinct()
                .toList();
    }

    @Test
    void listsADeclaredDatasetThatIsNotThereAsMissing() {
        List<Dataset> datasets = source("patients.csv", "gone.csv").datasets();
        assertThat(datasets).extracting(Dataset::id).containsExactly("s/d0", "s/d1");
        assertThat(datasets.get(0).refusal()).isEmpty();
        assertThat(refusals(datasets)).containsExactly("missing: its file isn't in the folder of source 's'");
    }

    @Test
    void takesEveryFileWhereNoneIsDeclared() {
        List<Dataset> datasets = source().datasets();
        assertThat(datasets).extracting(Dataset::id).containsExactly("s/patients.csv", "s/sub/notes.jsonl");
        assertThat(refusals(datasets)).isEmpty();
    }

    @Test
    void saysSoWhereNothingIsThere() throws IOException {
        FolderSource gone = new FolderSource("s", temp.resolve("none"), "owner", Set.of(), new TreeMap<>());
        assertThat(gone.datasets()).extracting(Dataset::id).containsExactly("s/*");
        assertThat(refusals(gone.datasets())).singleElement().asString().startsWith("missing: the folder");
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertThat(refusals(new FolderSource("s", empty, "owner", Set.of(), new TreeMap<>()).datasets()))
                .containsExactly("missing: no file in the folder of source 's'");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such links, pipes and names can't be made there")
    void refusesInTheSameWordsWhatLeadsOutWhetherItExistsOrNot() throws Exception {
        Files.createSymbolicLink(root.resolve("out.csv"), temp.resolve("outside.csv"));
        Files.createSymbolicLink(root.resolve("nowhere.csv"), temp.resolve("no-such-file.csv"));
        Files.createSymbolicLink(root.resolve("dir"), temp);
        Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));
        Files.createSymbolicLink(root.resolve("zero"), Path.of("/dev/zero"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        List<Dataset> datasets = source(
                        "out.csv",
                        "nowhere.csv",
                        "dir/outside.csv",
                        "dir/no-such.csv",
                        "loop",
                        "zero",
                        "pipe.csv",
                        "sub")
                .datasets();
        assertThat(datasets).allSatisfy(d -> assertThat(d.refusal()).isPresent());
        assertThat(refusals(datasets))
                .containsExactly("refused: not a plain file inside the folder of source 's'; links out of it, pipes,"
                        + " devices and folders aren't read");
        assertThat(source().datasets()).filteredOn(d -> d.refusal().isPresent()).hasSize(6);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such links, pipes and names can't be made there")
    void followsALinkThatStaysInside() throws IOException {
        Files.createSymbolicLink(root.resolve("alias.csv"), root.resolve("patients.csv"));
        assertThat(refusals(source("alias.csv").datasets())).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such links, pipes and names can't be made there")
    void looksAgainBeforeReading() throws IOException {
        Dataset dataset = source("patients.csv").datasets().get(0);
        assertThat(DatasetReader.read(dataset, Limits.DEFAULT, new Collected()).read())
                .isEqualTo(1);
        Files.delete(root.resolve("patients.csv"));
        Files.createSymbolicLink(root.resolve("patients.csv"), temp.resolve("outside.csv"));
        assertThatThrownBy(() -> DatasetReader.read(dataset, Limits.DEFAULT, new Collected()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Fingerprint.of(dataset)).isInstanceOf(RefusedException.class);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such links, pipes and names can't be made there")
    void keepsControlCharactersOutOfIds() throws IOException {
        write(root.resolve("a\nERROR%.csv"));
        assertThat(source().datasets()).extracting(Dataset::id).contains("s/a%0AERROR%25.csv");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such links, pipes and names can't be made there")
    void tellsFilesApartWhoseNamesAreNoText() throws Exception {
        for (String octal : List.of("376", "377")) {
            assertThat(new ProcessBuilder("sh", "-c", "echo a > \"$(printf 'x\\" + octal + ".csv')\"")
                            .directory(root.toFile())
                            .start()
                            .waitFor())
                    .isZero();
        }
        List<Dataset> datasets = source().datasets();
        assertThat(datasets).extracting(Dataset::id).contains("s/x%FE.csv", "s/x%FF.csv");
        assertThat(refusals(datasets)).isEmpty();
    }

    @Test
    void refusesDatasetsThatWouldBeCalledTheSame() throws IOException {
        Files.write(
                root.resolve("book.xlsx"),
                new TestWorkbook()
                        .sheet("one", TestWorkbook.row("a"))
                        .sheet("two", TestWorkbook.row("b"))
                        .sheet("two", TestWorkbook.row("c"))
                        .bytes());
        write(root.resolve("book.xlsx#one"));
        List<Dataset> datasets = source().datasets();
        assertThat(datasets)
                .extracting(Dataset::id)
                .containsExactly("s/book.xlsx#one", "s/book.xlsx#two", "s/patients.csv", "s/sub/notes.jsonl");
        assertThat(datasets.subList(0, 2))
                .allSatisfy(d -> assertThat(d.refusal().orElseThrow().message())
                        .isEqualTo(
                                "2 files or sheets in the folder of source 's' are called this; rename all but one"));
        assertThat(refusals(datasets)).hasSize(1);
    }
}
