package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.detection.ConsentColumns;
import org.trainingaudit.detection.DatasetPart;
import org.trainingaudit.detection.KeyedGroups;
import org.trainingaudit.detection.ProfileCounts;
import org.trainingaudit.detection.SampledGroups;
import org.trainingaudit.detection.ScannedBlock;
import org.trainingaudit.detection.SideCounts;

class KeptBlocksTest {

    private static final Block SECOND = new Block(1, 100, 200, 9, 10);
    private static final FileBlocks CUT = new FileBlocks(
            "csv utf-8 comma header",
            List.of("a"),
            new FileBlocks.Layout("CSV", ',', 0, 0, true, 0),
            200,
            5,
            List.of(new Block(0, 0, 100, 0, 0), SECOND));
    private static final ScannedBlock SCANNED = new ScannedBlock(
            1,
            new ReadResult(List.of("a"), 3, 1, new TreeMap<>(java.util.Map.of("ragged", 1L)), "csv utf-8 comma header"),
            List.of(new Rejection(11, 12, "ragged")),
            new DatasetPart(
                    new ProfileCounts(
                            2, 1, 0, List.of(new ProfileCounts.Column("a", new TreeMap<>(), new TreeMap<>()))),
                    Optional.of(new SampledGroups(2, Long.MAX_VALUE, new TreeMap<>(java.util.Map.of(7L, 2L))))),
            new SideCounts(
                    Optional.of(new ConsentColumns.Seen(List.of("consent"), 2, 1)),
                    Optional.of(new KeyedGroups(
                            List.of(),
                            2,
                            Long.MAX_VALUE,
                            new TreeMap<>(java.util.Map.of(
                                    9L,
                                    new KeyedGroups.Group(
                                            2,
                                            List.of(new KeyedGroups.Values(
                                                    new TreeMap<>(java.util.Map.of(3L, 1L)), 1, false))))))),
                    new TreeMap<>()));

    @TempDir
    Path folder = Path.of("");

    @Test
    void areThereForTheSameStateOnly() {
        KeptBlocks kept = new KeptBlocks(folder, "own/people");
        kept.keep(CUT);
        kept.keep(SCANNED);
        kept.keep(SCANNED);
        KeptBlocks again = new KeptBlocks(folder, "own/people");
        assertThat(again.cut()).contains(CUT);
        assertThat(again.known(SECOND)).contains(SCANNED);
        assertThat(again.known(CUT.blocks().get(0))).isEmpty();
        assertThat(new KeptBlocks(folder, "own/others").cut()).isEmpty();
    }

    @Test
    void areForgottenWhole() throws IOException {
        KeptBlocks kept = new KeptBlocks(folder, "own/people");
        kept.keep(SCANNED);
        kept.forget();
        kept.forget();
        assertThat(folder).isEmptyDirectory();
        assertThat(kept.known(SECOND)).isEmpty();
    }

    @Test
    void aDamagedOneIsNone() throws IOException {
        KeptBlocks kept = new KeptBlocks(folder, "own/people");
        kept.keep(SCANNED);
        try (var files = Files.walk(folder)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file).substring(0, 40));
        }
        assertThat(kept.known(SECOND)).isEmpty();
    }

    @Test
    void canBeReadByTheirOwnerOnly() throws IOException {
        new KeptBlocks(folder, "own/people").keep(SCANNED);
        try (var folders = Files.list(folder)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folders.findFirst().orElseThrow())))
                    .isEqualTo("rwx------");
        }
    }
}
