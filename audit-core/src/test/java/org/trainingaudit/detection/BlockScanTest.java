package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.DeclaredKey;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;
import tools.jackson.databind.json.JsonMapper;

class BlockScanTest {

    private static final Detectors DETECTORS = Shipped.detectors();
    private static final DeclaredKey KEY = new DeclaredKey(List.of("birth_date", "sex"), List.of("zip_code"), 5);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static Path file = Path.of("");
    private static FileBlocks blocks =
            new FileBlocks("", List.of(), new FileBlocks.Layout("CSV", 0, 0, 0, true, 0), 0, 0, List.of());

    /** With rejected rows here and there, and columns that single people out. */
    @BeforeAll
    static void writeATable(@TempDir Path folder) throws IOException {
        file = folder.resolve("patients.csv");
        StringBuilder text = new StringBuilder("name,birth_date,sex,zip_code,note\n");
        Random random = new Random(5);
        for (int i = 0; i < 9_000; i++) {
            text.append("Person ")
                    .append(i)
                    .append(",19")
                    .append(10 + random.nextInt(90))
                    .append("-0")
                    .append(1 + random.nextInt(9))
                    .append("-1")
                    .append(random.nextInt(9))
                    .append(',')
                    .append(random.nextBoolean() ? 'F' : 'M')
                    .append(",1")
                    .append(100_000 + random.nextInt(40))
                    .append(i % 500 == 0 ? "" : ",\"call 090-1234-" + (1000 + random.nextInt(9000)) + ",\nplease\"")
                    .append('\n');
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
        blocks = FileBlocks.cut(file, "it", Limits.DEFAULT, 40_000).orElseThrow();
        assertThat(blocks.blocks().size()).isBetween(10, 20);
    }

    /** Kept in memory as JSON, with a note of what was read. */
    private static final class Memory implements BlockScan.Kept {
        private final Map<Integer, String> kept = new ConcurrentHashMap<>();
        private final Set<Integer> written = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<ScannedBlock> known(Block block) {
            return Optional.ofNullable(kept.get(block.number())).map(json -> JSON.readValue(json, ScannedBlock.class));
        }

        @Override
        public void keep(ScannedBlock scanned) {
            written.add(scanned.number());
            kept.put(scanned.number(), JSON.writeValueAsString(scanned));
        }
    }

    @Test
    void findsWhatTheWholeFileHolds() {
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, "patients");
        SideColumns side = SideColumns.before(profiler, DETECTORS, Optional.of(KEY));
        ReadResult read = DatasetReader.read(file, Limits.DEFAULT, side);
        for (int threads = 1; threads <= 3; threads++) {
            BlockScan.Scanned scanned = scan(100).run(threads, BlockScan.Kept.NOTHING);
            assertThat(scanned.result()).isEqualTo(read);
            assertThat(scanned.profile()).isEqualTo(profiler.profile());
            assertThat(scanned.profile().uniqueness()).isPresent();
            assertThat(scanned.side()).isEqualTo(side.counts());
            assertThat(scanned.side().key().orElseThrow().anonymity(KEY).groups())
                    .isGreaterThan(1_000);
        }
    }

    @Test
    void countsNoCombinationsWhereNobodyWantsThem() {
        Combinations none = new Combinations(false, Optional.of(KEY));
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, "patients", none);
        DatasetReader.read(file, Limits.DEFAULT, profiler);
        for (int threads = 1; threads <= 2; threads++) {
            BlockScan.Scanned scanned = new BlockScan(
                            DETECTORS, "patients", blocks, file, "it", Limits.DEFAULT, none, 0)
                    .run(threads, BlockScan.Kept.NOTHING);
            assertThat(scanned.profile()).isEqualTo(profiler.profile());
            assertThat(scanned.profile().uncounted()).isNotEmpty();
            assertThat(scanned.side().key()).isEmpty();
        }
    }

    @Test
    void tellsWhereRejectedRowsStand() {
        List<Rejection> all = new ArrayList<>();
        DatasetReader.read(file, Limits.DEFAULT, new org.trainingaudit.dataset.RowVisitor() {
            @Override
            public void columns(List<String> names) {
                assertThat(names).hasSize(5);
            }

            @Override
            public void row(org.trainingaudit.dataset.Row row) {
                assertThat(row.size()).isEqualTo(5);
            }

            @Override
            public void rejected(Rejection rejection) {
                all.add(rejection);
            }
        });
        Memory memory = new Memory();
        scan(100).run(2, memory);
        List<Rejection> told = blocks.blocks().stream()
                .flatMap(block -> memory.known(block).orElseThrow().rejections().stream())
                .toList();
        assertThat(told).isEqualTo(all).hasSize(18);
    }

    @Test
    void readsNoBlockTwiceAfterARestart() {
        Memory memory = new Memory();
        BlockScan.Kept cutShort = new BlockScan.Kept() {
            @Override
            public Optional<ScannedBlock> known(Block block) {
                return memory.known(block);
            }

            @Override
            public void keep(ScannedBlock scanned) {
                if (memory.written.size() == 4) {
                    throw new UncheckedIOException(new IOException("killed"));
                }
                memory.keep(scanned);
            }
        };
        assertThatThrownBy(() -> scan(100).run(1, cutShort)).hasRootCauseMessage("killed");
        Set<Integer> before = new HashSet<>(memory.written);
        memory.written.clear();
        BlockScan.Scanned restarted = scan(100).run(2, memory);
        assertThat(before).hasSize(4);
        assertThat(memory.written)
                .doesNotContainAnyElementsOf(before)
                .hasSize(blocks.blocks().size() - 4);
        assertThat(restarted).isEqualTo(scan(100).run(1, BlockScan.Kept.NOTHING));
    }

    @Test
    void addsUpTheSameInAnyOrderAndGrouping() {
        Memory memory = new Memory();
        DatasetProfile whole = scan(0).run(1, memory).profile();
        List<DatasetPart> parts = new ArrayList<>(blocks.blocks().stream()
                .map(block -> memory.known(block).orElseThrow().part())
                .toList());
        Random random = new Random(15);
        for (int round = 0; round < 30; round++) {
            Collections.shuffle(parts, random);
            assertThat(grouped(parts, random).profile()).isEqualTo(whole);
        }
    }

    /** Adds parts to profilers here and there, and these to others, until one has them all. */
    private static DatasetProfiler grouped(List<DatasetPart> parts, Random random) {
        List<DatasetPart> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            DatasetProfiler some = new DatasetProfiler(DETECTORS, "patients");
            for (int i = 1 + random.nextInt(3); i >= 0 && !left.isEmpty(); i--) {
                some.add(left.remove(random.nextInt(left.size())));
            }
            left.add(some.part());
        }
        DatasetProfiler all = new DatasetProfiler(DETECTORS, "patients");
        all.add(left.get(0));
        return all;
    }

    @Test
    void refusesABlockThatDoesNotAddUp() {
        DatasetPart part = new DatasetPart(new ProfileCounts(5, 1, 0, List.of()), Optional.empty());
        ReadResult read = new ReadResult(List.of(), 5, 0, new java.util.TreeMap<>(), "csv");
        assertThatThrownBy(() -> new ScannedBlock(3, read, List.of(), part, SideCounts.NONE))
                .hasMessage("block 3: 5 rows read, but 5 classified and 1 rejected");
    }

    private static BlockScan scan(int mostRejections) {
        return new BlockScan(
                DETECTORS, "patients", blocks, file, "it", Limits.DEFAULT, Combinations.of(KEY), mostRejections);
    }
}
