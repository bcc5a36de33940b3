package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path folder = Path.of("");

    private Fingerprint of(String content) throws IOException {
        Files.writeString(folder.resolve("a.csv"), content);
        return Fingerprint.of(new FolderSource("s", folder, "owner", Set.of(), new TreeMap<>())
                .datasets()
                .get(0));
    }

    @Test
    void isTheSha256OfTheContent() throws IOException {
        assertThat(of("abc"))
                .isEqualTo(new Fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
    }

    @Test
    void changesWithTheContentOnly() throws IOException {
        Fingerprint before = of("a,b\n1,2\n");
        assertThat(of("a,b\n1,3\n")).isNotEqualTo(before);
        assertThat(of("a,b\n1,2\n")).isEqualTo(before);
    }
}
