package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.io.TempDir;

/** Writes a file into a folder of its own and reads it as a dataset, or is refused. */
abstract class ReadsFiles {

    @TempDir
    Path folder = Path.of("");

    final Collected got = new Collected();

    ReadResult read(String name, byte[] content, Limits limits) throws IOException {
        return DatasetReader.read(Files.write(folder.resolve(name), content), limits, got);
    }

    ReadResult read(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    AbstractThrowableAssert<?, ?> refused(String name, byte[] content, Refusal.Reason reason) {
        return assertThatThrownBy(() -> read(name, content, new Limits(100, 100_000, 1_000_000)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(name)
                .satisfies(e ->
                        assertThat(((RefusedException) e).refusal().reason()).isEqualTo(reason));
    }

    AbstractThrowableAssert<?, ?> refused(String name, String content) {
        return refused(name, content.getBytes(StandardCharsets.UTF_8), Refusal.Reason.REFUSED);
    }
}
