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

    @Test
    void isReportedAsIfItsManyFilesHadBeenReadOneBehindTheOther() throws IOException {
        Estate whole = manyFiles("whole", 1 << 30);
        Estate parts = manyFiles("parts", 4096);
        Path abandoned = parts.path("var/blocks/0123456789abcdef0123456789abcdef");
        Files.createDirectories(abandoned);
        Files.writeString(abandoned.resolve("block-000000.json"), "{}");
        Command first = whole.audit("run");
        Command second = parts.audit("run");
        assertThat(second.code()).as(second.err()).isEqualTo(first.code());
        for (String report : TOLD) {
            assertThat(read(parts, "var/reports", report)).as(report).isEqualTo(read(whole, "var/reports", report));
        }
        assertThat(read(parts, "var/rejects", "own_patients.csv"))
                .isEqualTo(read(whole, "var/rejects", "own_patients.csv"))
                .contains("part-7.csv");
        assertThat(parts.path("var/blocks"))
                .as("what was kept while reading, and what an abandoned run had left")
                .isEmptyDirectory();
    }

    /** The same table in nine files, one of them with its columns in another order, and each with a broken row. */
    private Estate manyFiles(String name, int block) {
        Estate estate = estate(name, block);
        try {
            List<String> lines = Files.readAllLines(estate.path("data/patients.csv"));
            Files.delete(estate.path("data/patients.csv"));
            for (int i = 0; i < 9; i++) {
                StringBuilder part = new StringBuilder(lines.get(0)).append('\n');
                lines.subList(1 + 200 * i, 1 + 200 * (i + 1))
                        .forEach(line -> part.append(line).append('\n'));
                part.append("broken\n");
                estate.write("data/many/part-" + i + ".csv", part.toString());
            }
            estate.write(
                    "data/many/part-4b.csv",
                    "zip_code,sex,birth_date,病名,email,氏名,patient_id\n1000001,M,1950-02-03,喘息,x@example.com,佐藤,9001\n");
            Path sources = estate.path("config/sources.yaml");
            Files.writeString(
                    sources, Files.readString(sources).replace("file: patients.csv", "files: 'many/part-*.csv'"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return estate;
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
