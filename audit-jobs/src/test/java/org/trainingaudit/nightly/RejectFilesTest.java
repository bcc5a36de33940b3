package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Commitments;

/** The files that say which rows could not be read. */
class RejectFilesTest {

    @TempDir
    Path folder;

    private static final RowVisitor NOBODY = new RowVisitor() {
        @Override
        public void columns(List<String> names) {}

        @Override
        public void row(Row row) {}

        @Override
        public void rejected(Rejection rejection) {}
    };

    private final MemoryDatabase database = new MemoryDatabase();

    private List<String> written(String... datasets) throws IOException {
        RejectFiles files =
                new RejectFiles(new Places(folder, folder), new Commitments(database.jdbc, new SecureRandom()));
        LocalDate day = LocalDate.of(2026, 11, 21);
        Run run = new Run(
                "nightly/" + day, RunKind.NIGHTLY, day, day, RunRequest.everything(), "", "", "", RunStatus.OPEN);
        for (String dataset : datasets) {
            try (RejectFiles.Listening listening = files.listen(run, dataset, NOBODY)) {
                listening.note(new Rejection(7, 8, dataset));
            }
        }
        try (Stream<Path> all = Files.list(folder.resolve("rejects/nightly_2026-11-21"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void areFoundByTheNamesOfTheirDatasets() throws IOException {
        assertThat(written("own/patients.csv", "hospital/患者_2026"))
                .containsExactly("hospital_患者_2026.csv", "own_patients.csv.csv");
    }

    /** Else one would take the place of the other, and the trail's commitment would be to rows of another dataset. */
    @Test
    void areNeverThoseOfAnotherDatasetWhateverItIsCalled() throws IOException {
        assertThat(written("own/a/b", "own/a_b", "own/a b", "own/a:b", "own/a/b~", "own_a/b"))
                .hasSize(6)
                .contains("own_a_b.csv");
    }

    /** A file's name has at most 255 bytes; the run would fail. */
    @Test
    void areWrittenForADatasetWithALongName() throws IOException {
        assertThat(written("own/" + "患".repeat(200), "own/" + "患".repeat(201), "own/" + "deep/".repeat(100)))
                .hasSize(3)
                .allSatisfy(name -> assertThat(name.length()).isLessThan(80));
    }
}
