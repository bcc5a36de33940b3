package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is read in blocks is reported as one that is read as a whole. */
class LargeFileTest {

    private static final List<String> TOLD = List.of("coverage.csv", "inventory.csv", "verdicts.csv");

    @TempDir
    Path folder;

    @Test
    void isReportedAsIfItHadBeenReadAsAWhole() throws IOException {
        Estate whole = estate("whole", 1 << 30);
        Estate blocks = estate("blocks", 2048);
        Command first = whole.audit("run");
        Command second = blocks.audit("run");
        assertThat(second.code()).as(second.err()).isEqualTo(first.code());
        for (String report : TOLD) {
            assertThat(read(blocks, "var/reports", report)).as(report).isEqualTo(read(whole, "var/reports", report));
        }
        assertThat(read(blocks, "var/rejects", "own_patients.csv"))
                .isEqualTo(read(whole, "var/rejects", "own_patients.csv"))
                .hasLineCount(4);
        assertThat(blocks.path("var/blocks")).as("what was kept while reading").isEmptyDirectory();
        assertThat(whole.path("var/blocks")).doesNotExist();
    }

    private Estate estate(String name, int block) {
        Estate estate = Estate.small(folder.resolve(name));
        estate.write(
                "config/application.yaml",
                "audit: {nightly: {partitions: 2, chunk-size: 2}, dataset: {block-bytes: " + block + "}}\n");
        StringBuilder rows = new StringBuilder("patient_id,氏名,email,病名,birth_date,sex,zip_code\n");
        for (int i = 0; i < 900; i++) {
            rows.append(i)
                    .append(",\"山田\n太郎\",a")
                    .append(i)
                    .append("@example.com,糖尿病,19")
                    .append(10 + i % 90)
                    .append("-01-02,F,100000")
                    .append(i % 10)
                    .append(i % 400 == 30 ? ",too,many" : "")
                    .append('\n');
        }
        estate.write("data/patients.csv", rows.toString());
        return estate;
    }

    private static String read(Estate estate, String under, String name) throws IOException {
        try (Stream<Path> files = Files.walk(estate.path(under))) {
            Path file = files.filter(one -> one.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file).replace(estate.path("").toString(), "");
        }
    }
}
