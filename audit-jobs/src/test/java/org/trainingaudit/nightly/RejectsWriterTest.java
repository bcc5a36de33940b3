package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.Rejection;

class RejectsWriterTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void writesPositionAndReasonWhenComplete() throws IOException {
        Path file = folder.resolve("rejects.csv");
        try (RejectsWriter writer = new RejectsWriter(file)) {
            writer.add(new Rejection(3, 5, "ragged"));
            writer.add(new Rejection(9, 0, "json", "b.csv"));
            writer.add(new Rejection(9, 1, "json", "=cmd.csv"));
            assertThat(file).doesNotExist();
        }
        assertThat(Files.readString(file))
                .isEqualTo("unit,line,reason,file\r\n3,5,ragged,\r\n9,0,json,b.csv\r\n9,1,json,'=cmd.csv\r\n");
        assertThat(folder.toFile().list()).containsExactly("rejects.csv");
    }
}
