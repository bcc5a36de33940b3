package org.trainingaudit.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crash.DiskFaults;
import crash.DiskFaults.Fault;
import crash.FaultyDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.TrailException;

class FolderIdTest {

    @TempDir
    Path folder;

    @Test
    void isOneForAllWhoAskAtOneMoment() throws IOException {
        Set<String> ids = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> new FolderId(folder).get())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(folder.resolve("folder-id")).hasContent(ids.iterator().next());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void isWholeOrNotThereWhenTheDiskFails() throws IOException {
        DiskFaults faults = new DiskFaults(path -> true);
        Path faulty = new FaultyDisk(faults).path(folder);
        for (int call = 1; call <= 4; call++) {
            faults.from(call, Fault.FULL);
            Path place = faulty;
            assertThatThrownBy(() -> new FolderId(place).get())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot write " + folder.resolve("folder-id"))
                    .hasMessageContaining("No space left on device");
            assertThat(folder.resolve("folder-id")).doesNotExist();
        }
        faults.never();
        assertThat(new FolderId(faulty).get()).isEqualTo(new FolderId(folder).get());
    }

    /** As a program of an earlier release left it that died in the middle of writing it. */
    @Test
    void isNotTakenFromAFileThatIsNotWhole() throws IOException {
        Files.writeString(folder.resolve("folder-id"), "0f3a");
        assertThatThrownBy(() -> new FolderId(folder).get())
                .isInstanceOf(TrailException.class)
                .hasMessageContaining("folder-id' isn't the id of a data folder")
                .hasMessageContaining("from a back-up");
    }
}
