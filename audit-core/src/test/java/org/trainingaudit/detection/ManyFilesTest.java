package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.DeclaredFiles;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.dataset.FolderSource;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.ManyFiles;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.RefusedException;

class ManyFilesTest {

    private static final Detectors DETECTORS = Shipped.detectors();

    @TempDir
    Path folder;

    private Dataset dataset() {
        TreeMap<String, DeclaredFiles> declared = new TreeMap<>(Map.of("d", DeclaredFiles.matching("*")));
        return new FolderSource("s", folder, "owner", Set.of(), declared)
                .datasets()
                .get(0);
    }

    /** Of different formats and orders of columns, with a broken row. */
    private Dataset mixed() throws IOException {
        for (int i = 0; i < 4; i++) {
            StringBuilder rows = new StringBuilder("name,email,birth_date,sex,zip_code\n");
            for (int j = 0; j < 50; j++) {
                rows.append("Ann,a" + i + j + "@example.com,19" + (20 + j) + "-02-0" + (1 + i) + ",F,1000" + j + "\n");
            }
            Files.writeString(folder.resolve("a" + i + ".csv"), rows + "broken\n");
        }
        Files.writeString(
                folder.resolve("b.csv"), "zip_code;sex;birth_date;email;name\n10001;M;1950-01-01;x@y.jp;Bo\n");
        return dataset();
    }

    private static BlockScan scan(Dataset dataset) {
        ManyFiles files = ManyFiles.of(dataset, Limits.DEFAULT, 3000).orElseThrow();
        assertThat(files.parts()).hasSize(3);
        return new BlockScan(DETECTORS, "s/d", files, Combinations.KNOWN, 100);
    }

    @Test
    void holdTogetherWhatTheyHoldOneBehindTheOther() throws IOException {
        Dataset dataset = mixed();
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, "s/d");
        ReadResult read = DatasetReader.read(dataset, Limits.DEFAULT, profiler);
        for (int threads = 1; threads <= 3; threads++) {
            BlockScan.Scanned scanned = scan(dataset).run(threads, BlockScan.Kept.NOTHING);
            assertThat(scanned.profile()).isEqualTo(profiler.profile());
            assertThat(scanned.result().read()).isEqualTo(read.read()).isEqualTo(205);
            assertThat(scanned.result().rejectedBy()).isEqualTo(read.rejectedBy());
            assertThat(scanned.result().columns()).isEqualTo(read.columns());
            assertThat(scanned.result().form()).contains("comma", "semicolon");
        }
    }

    @Test
    void areNotReadAgainAfterARestart() throws IOException {
        Dataset dataset = mixed();
        Map<Integer, ScannedBlock> memory = new ConcurrentHashMap<>();
        BlockScan.Kept kept = new BlockScan.Kept() {
            @Override
            public Optional<ScannedBlock> known(Block block) {
                return Optional.ofNullable(memory.get(block.number()));
            }

            @Override
            public void keep(ScannedBlock scanned) {
                assertThat(memory.put(scanned.number(), scanned)).isNull();
            }
        };
        BlockScan.Scanned first = scan(dataset).run(2, kept);
        BlockScan.Scanned again = scan(dataset).run(2, kept);
        assertThat(again).isEqualTo(first);
        memory.remove(1);
        assertThat(scan(dataset).run(1, kept)).isEqualTo(first);
        assertThat(memory.get(0).rejections())
                .extracting(one -> one.unit() + " " + one.file())
                .isEqualTo(List.of("51 a0.csv", "102 a1.csv"));
    }

    @Test
    void refuseTheDatasetWhereOneHasOtherColumns() throws IOException {
        mixed();
        Files.writeString(folder.resolve("c.csv"), "name,email\nAnn,ann@example.com\n");
        assertThatThrownBy(() -> scan(dataset()).run(2, BlockScan.Kept.NOTHING))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("its columns aren't those of 'a0.csv'");
    }

    @Test
    void areReadAsAWholeWhereTheyAreSmall() throws IOException {
        assertThat(ManyFiles.of(mixed(), Limits.DEFAULT, 1 << 20)).isEmpty();
    }
}
