package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Threat A10
class ZipFilesTest {

    private final Path folder;
    private final Path zip;

    ZipFilesTest(@TempDir Path temp) {
        this.folder = temp.resolve("log");
        this.zip = temp.resolve("bundle.zip");
        new CraftedLog(folder).samples().publish(CraftedLog.KEY);
    }

    @Test
    void verifiesABundleInAZip() throws IOException {
        write("tile/");
        assertThat(verify().text()).endsWith("\nverified\n");
        assertThat(verify().checked()).isEqualTo(8);
    }

    @Test
    void namesTheDamagedFileInAZip() throws IOException {
        new CraftedLog(folder).put("tile/0/000.p/8", new byte[256]);
        write("tile/");
        assertThat(verify().exitCode()).isEqualTo(1);
        assertThat(verify().text()).contains("tile/0/000.p/8, seq 0 to 7");
    }

    @Test
    void refusesNamesThatLeadOutside() throws IOException {
        for (String name :
                new String[] {"../x", "/abs", "a/../../x", "a//b", "./a", "a\\b", "c:x", "a\u0000b", "a/.."}) {
            write(name);
            expectRefused(name.replace('\u0000', '?'), "leads outside");
        }
    }

    @Test
    void refusesNamesThatDifferOnlyByCase() throws IOException {
        write("Checkpoint");
        expectRefused("Checkpoint", "shares its name");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        write("checkpoinX");
        patch("checkpoinX", "checkpoint");
        expectRefused("checkpoint", "shares its name");
    }

    @Test
    void refusesALink() throws IOException {
        write("link");
        byte[] bytes = Files.readAllBytes(zip);
        int header = lastIndex(bytes, "link") - 46;
        bytes[header + 40] = 0;
        bytes[header + 41] = (byte) 0xA1;
        Files.write(zip, bytes);
        expectRefused("link", "is a link");
    }

    @Test
    void refusesAZipThatIsCutShort() throws IOException {
        write("x");
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 600));
        assertThat(verify().exitCode()).isEqualTo(3);
    }

    @Test
    void refusesAnEntryThatUnpacksToThousandsOfTimesItsSize() throws IOException {
        new CraftedLog(folder).put("reports/large.csv", new byte[12_000_000]);
        write("x");
        expectRefused("reports/large.csv", "more than 200 times");
    }

    @Test
    void readsNoMoreThanTheZipStates() throws IOException {
        new CraftedLog(folder).put("reports/large.csv", new byte[12_000_000]);
        write("x");
        byte[] bytes = Files.readAllBytes(zip);
        int header = lastIndex(bytes, "reports/large.csv") - 46;
        for (int i = 0; i < 4; i++) {
            bytes[header + 24 + i] = (byte) (1000 >>> (8 * i));
        }
        Files.write(zip, bytes);
        assertThat(verify().exitCode()).isIn(1, 2);
        assertThat(verify().text()).doesNotEndWith("\nverified\n");
    }

    private VerifyReport verify() {
        return TrailVerifier.verify(zip, VerifyOptions.with(Vectors.key("log")));
    }

    private void expectRefused(String name, String why) {
        assertThat(verify().exitCode()).as(name).isEqualTo(1);
        assertThat(verify().text()).contains("zip entry '" + name + "'").contains(why);
    }

    private void write(String more) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream target = new ZipOutputStream(out);
                FolderFiles source = new FolderFiles(folder)) {
            for (String path : source.paths()) {
                target.putNextEntry(new ZipEntry(path));
                target.write(source.read(path, 20_000_000).orElseThrow());
            }
            target.putNextEntry(new ZipEntry(more));
        }
    }

    private void patch(String from, String to) throws IOException {
        String text = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
        Files.write(zip, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int lastIndex(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(word);
    }
}
