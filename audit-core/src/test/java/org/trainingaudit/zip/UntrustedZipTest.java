package org.trainingaudit.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedZipTest {

    private final Path folder;

    UntrustedZipTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/abs", "a/../../x", "a/./x", "..\\x", "C:\\x", "a\0b", "a//b"})
    void refusesANameThatLeavesTheFolderBeforeAnythingIsWritten(String name) throws IOException {
        assertRefused(zip("good", name), "leads outside the bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHECKPOINT", "Checkpoint"})
    void refusesNamesThatAreOneFileOnSomeDisks(String name) throws IOException {
        assertRefused(zip("good", "checkpoint", name), "zip entry '" + name + "' shares its name");
    }

    @Test
    void refusesANameThatStandsTwice() throws IOException {
        Path zip = zip("good", "tile-one", "tile-two");
        String twice = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1).replace("tile-two", "tile-one");
        Files.write(zip, twice.getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(zip, "zip entry 'tile-one' shares its name");
    }

    @Test
    void refusesALink() throws IOException {
        Path zip = zip("good", "link");
        byte[] bytes = Files.readAllBytes(zip);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        bytes[header + 5] = 3; // made on Unix
        bytes[header + 41] = (byte) 0xa1; // a symbolic link
        Files.write(zip, bytes);

        assertRefused(zip, "zip entry 'link' is a link");
    }

    @Test
    void acceptsPlainFilesMadeOnUnix() throws IOException {
        Path zip = zip("good", "plain");
        byte[] bytes = Files.readAllBytes(zip);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        bytes[header + 5] = 3;
        bytes[header + 41] = (byte) 0x81;
        Files.write(zip, bytes);

        unpack(zip);

        assertThat(folder.resolve("into/plain")).hasContent("plain");
    }

    @Test
    void passesOverFoldersThatAnotherToolAdded() throws IOException {
        unpack(zip("tile/", "tile/0"));

        assertThat(folder.resolve("into/tile/0")).hasContent("tile/0");
    }

    @Test
    void refusesWhatIsNotAZip() throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.zip"), "not a zip");

        assertThatThrownBy(() -> unpack(file)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAFileWhoseNameIsAFoldersAsWell() throws IOException {
        assertRefused(zip("good", "tile/", "tile"), "zip entry 'tile' shares its name");
    }

    /** A directory may state what it likes; what is packed in the file can't be more than the file. */
    @Test
    void refusesFilesThatStateMoreBytesThanTheZipHas() throws IOException {
        Path zip = packed("bomb", 20_000_000);
        byte[] bytes = Files.readAllBytes(zip);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(header + 20, 20_000_000);
        Files.write(zip, bytes);

        assertRefused(zip, "more than the zip has");
    }

    /** One packed file under many names. */
    @Test
    void refusesFilesThatLieOverEachOther() throws IOException {
        Path zip = packed("one", 5_000_000);
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        int end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\5\6");
        byte[] entry = Arrays.copyOfRange(bytes, header, end);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(bytes, 0, header);
        for (char name = 'a'; name < 'k'; name++) {
            entry[46] = (byte) name;
            many.write(entry);
        }
        file.putShort(end + 8, (short) 10).putShort(end + 10, (short) 10).putInt(end + 12, 10 * entry.length);
        many.write(bytes, end, bytes.length - end);
        Files.write(zip, many.toByteArray());

        assertRefused(zip, "more than the zip has");
    }

    private Path packed(String name, int size) throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
            zip.closeEntry();
        }
        return file;
    }

    private void unpack(Path zip) throws IOException {
        try (UntrustedZip opened = UntrustedZip.open(zip)) {
            opened.unpack(folder.resolve("into"));
        }
    }

    private void assertRefused(Path zip, String why) {
        assertThatThrownBy(() -> unpack(zip)).isInstanceOf(RefusedZip.class).hasMessageContaining(why);
        assertThat(folder.resolve("into")).doesNotExist();
    }

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(name.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        return file;
    }
}
