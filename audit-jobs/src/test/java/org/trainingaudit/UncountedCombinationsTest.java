package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that are declared anonymised and of which nobody counts how rare combinations are, from the files in to the reports out. */
class UncountedCombinationsTest {

    private static final String RULES = """
            - id: HC-01
              kind: duty
              from: adopted
              citation: Section 1
              title: {en: Groups of at least ten, ja: 10人以上の組}
              applies: {activity: {has: train-own}}
              requires: {kAnonymity: {atLeast: 10}}
              unmet: violation
              remedy: {en: Make the values coarser., ja: 値をより粗くしてください。}
              confirmed: true
            - id: HC-02
              kind: duty
              from: adopted
              citation: Section 2
              title: {en: No row alone, ja: 単独の行の禁止}
              applies: {activity: {has: train-own}}
              requires: {uniqueRowsPercent: {atMost: 0}}
              unmet: violation
              remedy: {en: Make the values coarser., ja: 値をより粗くしてください。}
              confirmed: true
            """;

    @TempDir
    Path folder;

    /** With a study in which every combination is common. */
    private Estate estate() throws IOException {
        Estate estate = Estate.small(folder);
        estate.houseCode(RULES);
        StringBuilder rows = new StringBuilder("no,sex,age,area,illness\n");
        for (int i = 0; i < 400; i++) {
            rows.append(i).append(i % 2 == 0 ? ",F," : ",M,").append(30 + i % 4).append(",a,flu\n");
        }
        estate.write("data/study.csv", rows.toString());
        estate.sources("study");
        declare(estate, "file: study.csv", "file: study.csv, quasiIdentifiers: [age, area]");
        estate.write("data/register.csv", """
                use,dataset,training,actorCountries,subjectCountries,activity,categories,identifiability
                u7,own/study,m7,JP,JP,train-own,,jp-anonymised-info
                """);
        return estate;
    }

    @Test
    void areUnknownAndNeverCleanAndAreCountedOnceSomebodyWantsThem() throws IOException {
        Estate estate = estate();
        assertThat(estate.audit("run").code()).isZero();
        assertThat(verdict(estate, 1)).contains("compliant").doesNotContain("kAnonymity", "needs-review");

        declare(estate, "file: study.csv", "file: study.csv, countCombinations: false");
        Command uncounted = estate.audit("run");
        assertThat(uncounted.out()).contains("1 read, 0 unchanged");
        assertThat(uncounted.err())
                .contains("WARN: own/study: its key isn't counted, since countCombinations is false; what follows from"
                        + " it is unknown");
        assertThat(verdict(estate, 2)).contains("needs-review", "kAnonymity", "uniqueRowsPercent");
        assertThat(estate.audit("explain", "u7", "--regime", "house-code").out())
                .contains("kAnonymity")
                .contains("countCombinations is false");

        assertThat(estate.audit("run").out()).contains("0 read, 1 unchanged");
        assertThat(verdict(estate, 3)).contains("needs-review", "kAnonymity", "uniqueRowsPercent");

        declare(estate, "countCombinations: false", "countCombinations: true");
        assertThat(estate.audit("run").out()).contains("1 read, 0 unchanged");
        assertThat(verdict(estate, 4)).contains("compliant").doesNotContain("kAnonymity", "needs-review");
    }

    @Test
    void canBeLeftUncountedForAllDatasetsAtOnce() throws IOException {
        Estate estate = estate();
        estate.write("config/application.yaml", "audit: {dataset: {count-combinations: false}}\n");
        assertThat(estate.audit("run").code()).isZero();
        assertThat(verdict(estate, 1)).contains("needs-review", "kAnonymity", "uniqueRowsPercent");
    }

    private static void declare(Estate estate, String before, String after) throws IOException {
        String sources = Files.readString(estate.path("config/sources.yaml"));
        estate.write("config/sources.yaml", sources.replace(before, after));
    }

    private static String verdict(Estate estate, int run) throws IOException {
        List<String> verdicts = Files.readAllLines(report(estate, run));
        return verdicts.stream()
                .filter(row -> row.contains("house-code"))
                .findFirst()
                .orElseThrow();
    }

    private static Path report(Estate estate, int run) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.filter(one -> one.getFileName().toString().endsWith("_" + run))
                    .findFirst()
                    .orElseThrow()
                    .resolve("verdicts.csv");
        }
    }
}
