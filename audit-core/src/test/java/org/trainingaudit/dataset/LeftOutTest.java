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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOutTest {

    private static final LeftOut TESTS = new LeftOut("test", Set.of("yes", "1"));

    @TempDir
    Path folder;

    private final Collected got = new Collected();

    private Dataset dataset(Optional<LeftOut> leftOut, String... files) {
        TreeMap<String, DeclaredFiles> declared = new TreeMap<>();
        declared.put(
                "d",
                new DeclaredFiles(files.length == 1 ? files[0] : "*.csv", files.length > 1, Optional.empty(), leftOut));
        return new FolderSource("s", folder, "owner", Set.of(), declared)
                .datasets()
                .get(0);
    }

    private ReadResult read(Dataset dataset) {
        return DatasetReader.read(dataset, Limits.DEFAULT, got);
    }

    @Test
    void areCountedAndNotHandedOn() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,test\n1,no\n2,yes\n3,1\nbroken\n4,Yes\n");
        ReadResult result = read(dataset(Optional.of(TESTS), "a.csv"));
        assertThat(got.rows).containsExactly(List.of("1", "no"), List.of("4", "Yes"));
        assertThat(got.rejected()).containsExactly("4/5/ragged");
        assertThat(result.read()).isEqualTo(5);
        assertThat(result.leftOut()).isEqualTo(2);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.handedOn()).isEqualTo(2);
    }

    @Test
    void areFoundByNameInFilesWithColumnsInAnotherOrder() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,test\n1,no\n2,yes\n");
        Files.writeString(folder.resolve("b.csv"), "test,id\n1,3\n0,4\n");
        ReadResult result = read(dataset(Optional.of(TESTS), "a.csv", "b.csv"));
        assertThat(got.rows).containsExactly(List.of("1", "no"), List.of("4", "0"));
        assertThat(result.leftOut()).isEqualTo(2);
    }

    @Test
    void refuseADatasetThatDoesNotHaveTheirColumn() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,tests\n1,yes\n");
        assertThatThrownBy(() -> read(dataset(Optional.of(TESTS), "a.csv")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("it has no column 'test', by which rows are to be left out");
    }

    @Test
    void makeAnotherDatasetOfIt() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,test\n1,yes\n");
        String whole = Fingerprint.of(dataset(Optional.empty(), "a.csv")).sha256();
        String less = Fingerprint.of(dataset(Optional.of(TESTS), "a.csv")).sha256();
        String other = Fingerprint.of(dataset(Optional.of(new LeftOut("test", Set.of("yes1"))), "a.csv"))
                .sha256();
        assertThat(Set.of(whole, less, other)).as("read again when it changes").hasSize(3);
        assertThat(less)
                .isEqualTo(Fingerprint.of(dataset(Optional.of(TESTS), "a.csv")).sha256());
    }
}
