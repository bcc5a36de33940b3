package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verifier that breaks off must not look as if it had found tampering, which is its exit code 1. */
class TooLittleMemoryTest {

    @TempDir
    Path folder;

    @Test
    void isToldInWordsAndEndsWithTwo() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditApplication.class.getName(),
                        "verify",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said)
                .content(StandardCharsets.UTF_8)
                .contains("too little memory")
                .doesNotContain("\tat ");
        assertThat(process.exitValue()).isEqualTo(2);
    }
}
