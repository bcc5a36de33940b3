package org.trainingaudit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.zip.UntrustedZip;

class BundleFilesTest {

    private final Path folder;

    BundleFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesTheSameZipWhateverTheOrderOfAdding() throws IOException {
        BundleFiles one = files("a", "b/c", "𠮷", "\uffee");
        BundleFiles other = files("\uffee", "𠮷", "b/c", "a");

        one.zip(folder.resolve("one.zip"));
        other.zip(folder.resolve("other.zip"));

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("other.zip"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one.zip", "other.zip");
    }

    @Test
    void sortsTheZipByTheBytesOfItsPaths() throws IOException {
        files("b", "a/z", "a!", "𠮷", "\uffee").zip(folder.resolve("sorted.zip"));

        try (ZipFile zip = new ZipFile(folder.resolve("sorted.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("MANIFEST.sha256", "a!", "a/z", "b", "\uffee", "𠮷");
        }
    }

    @Test
    void listsEveryFileButItselfInTheManifest() throws IOException {
        files("b", "a").folder(folder.resolve("bundle"));

        assertThat(folder.resolve("bundle/MANIFEST.sha256"))
                .hasContent("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a\n"
                        + "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b");
    }

    @Test
    void unpacksToTheFolderItWouldWrite() throws IOException {
        files("a", "b/c").zip(folder.resolve("bundle.zip"));
        files("a", "b/c").folder(folder.resolve("bundle"));

        try (UntrustedZip zip = UntrustedZip.open(folder.resolve("bundle.zip"))) {
            zip.unpack(folder.resolve("unpacked"));
        }

        for (String name : List.of("a", "b/c", "MANIFEST.sha256")) {
            assertThat(folder.resolve("unpacked").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("bundle").resolve(name));
        }
    }

    @Test
    void refusesToReplaceWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("there"), "mine");

        assertThatThrownBy(() -> files("a").zip(folder.resolve("there")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> files("a").folder(folder.resolve("there")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("there")).hasContent("mine");
    }

    @Test
    void leavesNothingWhereAPieceCannotBeRead() {
        BundleFiles files = files("a");
        files.add("gone", Piece.of(folder.resolve("gone")));

        assertThatThrownBy(() -> files.zip(folder.resolve("bundle.zip"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.folder(folder.resolve("bundle"))).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesPathsThatLeaveTheBundleOrStandTwice() {
        for (String path :
                List.of("", "/a", "../a", "a/../b", "a//b", "./a", "a\\b", "C:a", "a\nb", "MANIFEST.sha256")) {
            assertThatThrownBy(() -> files(path)).as(path).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> files("a", "a")).hasMessage("'a' is already in the bundle");
    }

    private static BundleFiles files(String... paths) {
        BundleFiles files = new BundleFiles();
        for (String path : paths) {
            files.add(path, Piece.of(path.getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }
}
