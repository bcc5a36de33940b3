package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;
import tools.jackson.databind.json.JsonMapper;

class ProfileCountsTest {

    private static final Detectors DETECTORS = Shipped.detectors();
    private static final List<List<String>> ROWS = new ArrayList<>();
    private static final List<String> COLUMNS = new ArrayList<>();
    private static Path file = Path.of("");

    @BeforeAll
    static void writeATable(@TempDir Path folder) throws IOException {
        file = folder.resolve("people.csv");
        MixedCsv.write(file, 600_000, 5);
        DatasetReader.read(file, Limits.DEFAULT, new RowVisitor() {
            @Override
            public void columns(List<String> names) {
                COLUMNS.addAll(names);
            }

            @Override
            public void row(Row row) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(row.text(i));
                }
                ROWS.add(cells);
            }

            @Override
            public void rejected(Rejection rejection) {
                throw new AssertionError(rejection);
            }
        });
    }

    @Test
    void areTheSameHoweverTheRowsAreSplitAndInWhateverOrderAdded() {
        ProfileCounts whole = counted(0, ROWS.size());
        Random random = new Random(8);
        for (int round = 0; round < 4; round++) {
            List<ProfileCounts> parts = new ArrayList<>();
            for (int from = 0; from < ROWS.size(); ) {
                int to = Math.min(ROWS.size(), from + 1 + random.nextInt(600));
                parts.add(counted(from, to));
                from = to;
            }
            Collections.shuffle(parts, random);
            assertThat(parts.stream().reduce(ProfileCounts::plus)).contains(whole);
            DatasetProfiler sum = new DatasetProfiler(DETECTORS, "people");
            parts.forEach(sum::add);
            assertThat(sum.profile()).isEqualTo(profiler(0, ROWS.size()).profile());
        }
    }

    @Test
    void areTheSameOnManyThreads() {
        ProfileCounts whole = counted(0, ROWS.size());
        for (int threads = 1; threads <= 4; threads++) {
            try (ParallelProfiler profiler = new ParallelProfiler(DETECTORS, "people", Combinations.KNOWN, threads)) {
                DatasetReader.read(file, Limits.DEFAULT, profiler);
                assertThat(profiler.counts()).isEqualTo(whole);
            }
        }
    }

    @Test
    void surviveBeingKeptAsJson() {
        JsonMapper json = new JsonMapper();
        ProfileCounts counts = counted(0, 200);
        assertThat(json.readValue(json.writeValueAsString(counts), ProfileCounts.class))
                .isEqualTo(counts);
    }

    @Test
    void ofOtherColumnsAreRefused() {
        DatasetProfiler other = new DatasetProfiler(DETECTORS, "people");
        other.columns(List.of("a"));
        ProfileCounts counts = counted(0, 1);
        assertThatThrownBy(() -> counts.plus(other.counts())).hasMessageContaining("20 columns and 1");
        assertThatThrownBy(() -> other.add(counts)).hasMessageContaining("[a]");
    }

    private static ProfileCounts counted(int from, int to) {
        return profiler(from, to).counts();
    }

    private static DatasetProfiler profiler(int from, int to) {
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, "people");
        profiler.columns(COLUMNS);
        ROWS.subList(from, to).forEach(cells -> profiler.row(new Cells(cells)));
        return profiler;
    }
}
