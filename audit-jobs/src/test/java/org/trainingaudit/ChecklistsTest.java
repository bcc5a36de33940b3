package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The identifiers of Safe Harbor in a night's reports and in a scan of files. */
class ChecklistsTest {

    private static final String VISITS =
            "visit,zip,age,admitted,diagnosis\n1,123,44,2024-03-01,flu\n2,124,91,2024-03-02,cold\n3,125,30,2024-03-05,flu\n";

    @TempDir
    Path folder;

    @Test
    void areRowsOfEachDatasetAndStandAgainstAClaim() throws IOException {
        Estate estate = Estate.small(folder);
        estate.write("config/checklists/hipaa-safe-harbor.yaml", Files.readString(SHIPPED));
        estate.write("data/visits.csv", VISITS);
        estate.sources("visits", "broken", "gone");
        estate.write("data/register.csv", """
                use,dataset,training,actorRole,actorCountries,subjectCountries,activity,categories,identifiability
                u8,own/visits,m8,covered-entity,US,US,train-own,health.medical_history,hipaa-safe-harbor
                """);

        Command run = estate.audit("run");

        List<String> rows = Files.readAllLines(report(estate, "checklists.csv"));
        assertThat(rows).as(run.err()).hasSize(1 + 3 * 18);
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("own/visits/hipaa-safe-harbor/C,")
                        .contains("年より細かい日付及び89歳を超える年齢,present,found,admitted; age,age-over-89; date,"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("own/visits/hipaa-safe-harbor/B,")
                        .contains(",absent,nothing,"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("own/visits/hipaa-safe-harbor/Q,")
                        .contains(",unknown,unseen,,,No detector looks into pictures,"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("own/broken/hipaa-safe-harbor/D,")
                        .contains(",unknown,incomplete,"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("own/gone/hipaa-safe-harbor/A,")
                        .contains(",unknown,incomplete,"));
        assertThat(Files.readString(report(estate, "reconciliation.csv")))
                .contains("hipaa-safe-harbor")
                .contains("C Dates finer than a year and ages over 89")
                .doesNotContain("2024-03-01");
        assertThat(Files.readString(report(estate, "datapackage.json"))).contains("checklists.csv");
    }

    private static final Path SHIPPED = Path.of("config/checklists/hipaa-safe-harbor.yaml");

    @Test
    void areSaidOfFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), VISITS);
        Command table = Command.audit("scan", file.toString(), "--checklist", "hipaa-safe-harbor");
        assertThat(table.out())
                .contains("HIPAA Safe Harbor identifiers, 45 CFR 164.514(b)(2)(i)")
                .containsPattern("C  Dates finer than a year and ages over 89 +present +admitted, age")
                .containsPattern("A  Names +absent");
        Command json = Command.audit("scan", file.toString(), "--checklist", "hipaa-safe-harbor", "--format", "json");
        assertThat(json.out())
                .contains("\"checklist\":{\"id\":\"hipaa-safe-harbor\",\"identifiers\":[{\"identifier\":\"A\","
                        + "\"presence\":\"absent\",\"because\":\"nothing\",\"columns\":[],\"foundAs\":[]}");
        Command wrong = Command.audit("scan", file.toString(), "--checklist", "hipaa");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no checklist 'hipaa'; expected one of hipaa-safe-harbor");
    }

    private static Path report(Estate estate, String name) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.findFirst().orElseThrow().resolve(name);
        }
    }
}
