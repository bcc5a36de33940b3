package org.trainingaudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {

    @TempDir
    Path folder;

    private final Faults faults = new Faults();

    @Test
    void takesTheFolderItsRegimesAndItsDetectors() throws IOException {
        write("taxonomy.yaml", "a: 1");
        write("regimes/x.yaml", "b: 1");
        write("detectors/y.yaml", "c: 1");
        write("demo/register.yaml", "not taken");
        write("notes.txt", "not taken");
        ConfigFiles files = ConfigFiles.read(folder, faults);
        assertThat(files.under(""))
                .extracting(ConfigFile::name)
                .containsExactly("detectors/y.yaml", "regimes/x.yaml", "taxonomy.yaml");
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void keepsWhatItReadWhenTheFolderChanges() throws IOException {
        write("taxonomy.yaml", "a: 1");
        ConfigFiles files = ConfigFiles.read(folder, faults);
        String before = files.sha256();
        write("taxonomy.yaml", "a: 2");
        assertThat(files.sha256()).isEqualTo(before);
        assertThat(ConfigFiles.read(folder, faults).sha256()).isNotEqualTo(before);
    }

    @Test
    void givesTheSameZipForTheSameFilesAndReadsItBack() throws IOException {
        write("taxonomy.yaml", "a: 1");
        write("regimes/x.yaml", "b: 1");
        ConfigFiles files = ConfigFiles.read(folder, faults);
        assertThat(ConfigFiles.read(folder, faults).zip()).isEqualTo(files.zip());
        assertThat(ConfigFiles.ofZip(files.zip()).zip()).isEqualTo(files.zip());
    }

    /** A bundle may be anybody's: what isn't packed can't grow beyond the zip when it is read. */
    @Test
    void readsNoSnapshotThatUnpacksToMoreThanItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("taxonomy.yaml"));
            zip.write(new byte[10_000_000]);
            zip.closeEntry();
        }

        assertThatThrownBy(() -> ConfigFiles.ofZip(bytes.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("taxonomy.yaml");
    }

    @Test
    void tellsAMissingFolderAndAMissingFile() {
        ConfigFiles.read(folder.resolve("nowhere"), faults);
        ConfigFiles.read(folder, faults).required("facts.yaml", faults);
        assertThat(faults.text()).contains("no such folder").contains("facts.yaml: no such file; it is needed");
        assertThatThrownBy(faults::throwIfAny).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesAFolderInAFilesPlace() throws IOException {
        Files.createDirectories(folder.resolve("facts.yaml"));
        ConfigFiles.read(folder, faults);
        assertThat(faults.text()).contains("not a regular file");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
