package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that are declared anonymised beside how rare their combinations are, from the files in to the reports out. */
class DeclaredKeyTest {

    private static final String RULES = """
            - id: HC-01
              kind: prohibition
              from: adopted
              citation: Section 1
              title: {en: Groups of at least ten, ja: 10人以上の組}
              applies: {kAnonymity: {atMost: 9}}
              unmet: violation
              remedy: {en: Make the values coarser., ja: 値をより粗くしてください。}
              confirmed: true
            """;

    @TempDir
    Path folder;

    @Test
    void isARowARuleAndAReasonToReadTheDatasetAnew() throws IOException {
        Estate estate = Estate.small(folder);
        estate.houseCode(RULES);
        estate.write(
                "config/application.yaml",
                "audit: {nightly: {partitions: 2, chunk-size: 2}, dataset: {block-bytes: 2048}}\n");
        StringBuilder rows = new StringBuilder("no,era,area,illness\n");
        for (int i = 0; i < 500; i++) {
            boolean rare = i % 3 == 0;
            rows.append(i)
                    .append(rare ? ",e" + i : ",e0")
                    .append(",a")
                    .append(i % 2)
                    .append(",flu\n");
        }
        estate.write("data/study.csv", rows.toString());
        estate.sources("study");
        estate.write("data/register.csv", """
                use,dataset,training,actorCountries,subjectCountries,activity,categories,identifiability
                u7,own/study,m7,JP,JP,train-own,,jp-anonymised-info
                """);

        assertThat(estate.audit("run").code()).isZero();
        String sources = Files.readString(estate.path("config/sources.yaml"));
        estate.write(
                "config/sources.yaml",
                sources.replace(
                        "file: study.csv", "file: study.csv, quasiIdentifiers: [era, area], sensitive: [illness]"));
        Command second = estate.audit("run");

        assertThat(second.code()).as(second.err()).isEqualTo(1);
        assertThat(second.out()).contains("1 read, 0 unchanged");
        List<String> told = Files.readAllLines(report(estate, "reconciliation.csv"));
        assertThat(told)
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "jp-anonymised-info",
                                "34 % of rows unique and 34 % of rows in groups of fewer than 5 by era, area"))
                .anySatisfy(row -> assertThat(row).contains("all have the same illness"));
        assertThat(Files.readAllLines(report(estate, "verdicts.csv")))
                .filteredOn(row -> row.contains("house-code"))
                .singleElement()
                .asString()
                .contains("violation", "HC-01");
        assertThat(estate.audit("explain", "u7", "--regime", "house-code").out())
                .contains("kAnonymity");
        estate.write(
                "config/sources.yaml",
                Files.readString(estate.path("config/sources.yaml"))
                        .replace(
                                "registers:",
                                "      - {name: prices, file: prices.csv, quasiIdentifiers: [ítem]}\nregisters:"));
        Command third = estate.audit("run");
        assertThat(third.out()).contains("1 read, 1 unchanged");
        assertThat(third.err()).contains("WARN: own/prices: its key names columns that it doesn't have: ítem; mend");
    }

    private static Path report(Estate estate, String name) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.sorted()
                    .filter(run -> run.getFileName().toString().endsWith("_2"))
                    .findFirst()
                    .orElseThrow()
                    .resolve(name);
        }
    }
}
