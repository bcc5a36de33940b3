package org.trainingaudit.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path parent;

    @Test
    void deletesAFolderWithAllThatIsInItAndWhatLinksLeadToStays() throws IOException {
        Path kept = Files.writeString(parent.resolve("kept"), "kept");
        Path folder = parent.resolve("folder");
        Files.writeString(Files.createDirectories(folder.resolve("sub/deep")).resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("link"), kept);

        Folders.delete(folder);

        assertThat(parent.toFile().list()).containsExactly("kept");
        assertThat(kept).hasContent("kept");
    }

    @Test
    void doesNothingWhereThereIsNoFolder() throws IOException {
        Folders.delete(parent.resolve("none"));

        assertThat(parent).isEmptyDirectory();
    }
}
