package org.trainingaudit.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.operate.Downloads.Wholeness;
import org.trainingaudit.setup.Places;
import org.trainingaudit.view.ReportList;

/** What a program that serves for years knows of the files of reports. */
class DownloadsTest {

    private static final int FILES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Downloads downloads;

    @BeforeEach
    void begin() throws IOException {
        downloads = new Downloads(null, new Places(folder, folder), null);
        Files.createDirectories(folder.resolve("reports/nightly_2026-11-21"));
    }

    @AfterEach
    void end() {
        downloads.end();
    }

    private ReportList.Line report(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("reports/nightly_2026-11-21").resolve(name), bytes);
        return new ReportList.Line("nightly/2026-11-21", name, Sha256.hex(bytes), bytes.length, 1, "log", 1);
    }

    @Test
    void isLearntOfALargeOneHoweverManyItHasLookedAtBefore() throws Exception {
        ReportList.Line small = report("0.csv", new byte[] {7});
        for (int i = 1; i <= FILES; i++) {
            assertThat(downloads.wholeness(report(i + ".csv", new byte[] {7}))).isEqualTo(Wholeness.WHOLE);
        }
        assertThat(downloads.wholeness(small)).isEqualTo(Wholeness.WHOLE);
        ReportList.Line large = report("large.csv", new byte[5 << 20]);
        assertThat(downloads.wholeness(large)).isEqualTo(Wholeness.UNCHECKED);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (downloads.wholeness(large) == Wholeness.UNCHECKED && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(downloads.wholeness(large)).isEqualTo(Wholeness.WHOLE);
    }
}
