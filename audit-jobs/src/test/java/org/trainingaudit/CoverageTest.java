package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.TrailReader;

/** What a run says of the rows that it read, and of detectors that can't see. */
class CoverageTest {

    @TempDir
    Path folder;

    private String report(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("var/reports"))) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().equals(name))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private Entry close() {
        TrailReader reader = TrailReader.of(folder.resolve("var/trail"));
        Entry last = null;
        for (Entry entry : reader.entries(reader.checkpoint().checkpoint().size())) {
            last = entry.kind().equals("run_close") ? entry : last;
        }
        return java.util.Objects.requireNonNull(last);
    }

    @Test
    void addsUpWithRowsThatAreLeftOutAndLooksDegradedWhereADetectorIsBlind() throws IOException {
        Estate estate = Estate.small(folder);
        estate.write("config/detectors/own.yaml", """
                detectors:
                  - id: badge
                    category: government_id
                    example: badge AB-123
                    patterns: [{regex: '[a-z]{2}-[0-9]{5}', alone: 80, labelled: 90}]
                """);
        Path sources = estate.path("config/sources.yaml");
        Files.writeString(
                sources,
                Files.readString(sources)
                        .replace("file: prices.csv}", "file: prices.csv, leaveOut: {column: item, values: [nut]}}"));
        Command run = estate.audit("run");
        assertThat(run.code()).as("degraded").isEqualTo(3);
        assertThat(run.err()).contains("WARN: blind detectors, which don't find their own examples: badge");
        assertThat(run.out())
                .contains("Blind        badge (detectors that don't find their own examples)")
                .contains("Complete     no");
        assertThat(report("summary.html"))
                .contains("detectors that do not find their own examples: badge")
                .contains("3 datasets read: 7 rows = 5 classified + 1 rejected + 1 filtered.");
        assertThat(report("summary.ja.html")).contains("自らの例を検出できない検出器：badge");
        assertThat(report("coverage.csv").lines().filter(line -> line.contains(",own/prices,")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",2,1,0,1,false,false,"));
        assertThat(close().body().toString())
                .contains("\"status\":\"incomplete\"")
                .contains("\"rows_read\":7", "\"rows_classified\":5", "\"rows_rejected\":1", "\"rows_filtered\":1");
        assertThat(report("verdicts.csv").lines().filter(line -> line.contains(",u2,")))
                .as("nothing is clean that a blind detector looked at")
                .noneMatch(line -> line.contains(",compliant,"));
    }

    /** Nobody knows what stands behind the place at which a register breaks off. */
    @Test
    void isNotCompleteWhereARegisterBreaksOff() throws IOException {
        Estate estate = Estate.small(folder);
        Path register = estate.path("data/register.csv");
        Files.writeString(register, Files.readString(register) + "u9,\"cut off");
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("Faults in    register.csv (not all read to the end; a use may be missing)")
                .contains("Complete     no");
        assertThat(report("summary.html"))
                .contains("Incomplete</span>: ")
                .contains("registers or documents with faults, not all of them read to their end: register.csv");
        assertThat(report("summary.ja.html")).contains("不備のある台帳または文書（最後まで読めなかったものを含む）：register.csv");
        assertThat(close().body().toString()).contains("\"status\":\"incomplete\"");
    }

    @Test
    void isCompleteThoughOneRowCouldNotBeRead() throws IOException {
        Estate estate = Estate.small(folder);
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("Complete     yes, but for rows that could not be read: see coverage.csv");
        assertThat(report("summary.html"))
                .contains("Not every row read</span>: ")
                .doesNotContain("Incomplete");
        assertThat(close().body().toString()).contains("\"status\":\"complete\"");
    }
}
