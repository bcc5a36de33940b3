package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import serving.Clocked;

/** Where the web server works. */
class WebFolderTest {

    @TempDir
    Path folder;

    /** A killed process cleans nothing up, and its next start has folders of other names. */
    @Test
    void liesInTheDataFolderAndIsUsedAgain() throws IOException {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        List<String> before = List.of();
        for (int start = 0; start < 2; start++) {
            try (Served served = Served.of(estate)) {
                assertThat(served.person().get("/sign-in").statusCode()).isEqualTo(200);
            }
            List<String> now = all(estate.path("var/web"));
            assertThat(now)
                    .contains(
                            estate.path("var/web/pages").toString(),
                            estate.path("var/web/work").toString());
            assertThat(before).isIn(List.of(), now);
            before = now;
        }
    }

    private static List<String> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
