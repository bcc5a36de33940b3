package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import serving.Clocked;

/** A program that can't be started to its end. */
class StartTest {

    @TempDir
    Path folder;

    /** Where a changed configuration can't be served, the same process goes back to the last one. */
    @Test
    void leavesNothingOpen() throws IOException {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        Path owner = estate.path("var/owner");
        Files.createDirectories(owner);
        assertThatThrownBy(() -> Served.of(estate)).hasMessageContaining(owner.toString());
        Files.deleteIfExists(owner);
        try (Served served = Served.of(estate)) {
            assertThat(served.get("auditor-1", "/api/v1/runs").statusCode()).isEqualTo(200);
        }
    }
}
