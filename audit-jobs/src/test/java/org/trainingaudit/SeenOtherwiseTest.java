package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a register says otherwise than tools and scan saw, from the files in to the reports out. */
class SeenOtherwiseTest {

    private static final String RULES = """
            - id: HC-01
              kind: prohibition
              from: adopted
              citation: Section 1
              title: {en: No training elsewhere than declared, ja: 申告と異なる場所での学習の禁止}
              applies: {observedOtherwise: {has: place}}
              unmet: violation
              remedy: {en: Declare where it runs., ja: 学習の場所を申告してください。}
              confirmed: true
            """;

    private static final String EVENT =
            "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-20T02:00:00Z\",\"producer\":\"p\","
                    + "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"1\"},"
                    + "\"job\":{\"namespace\":\"air\",\"name\":\"m9.train\",\"facets\":{\"tags\":{\"_producer\":\"p\",\"_schemaURL\":\"s\",\"tags\":["
                    + "{\"key\":\"cloud.region\",\"value\":\"us-east-1\"},{\"key\":\"purpose\",\"value\":\"ad targeting\"},"
                    + "{\"key\":\"recipient\",\"value\":\"shadow-lab\"}]}}},"
                    + "\"inputs\":[{\"namespace\":\"own\",\"name\":\"members\"}],\"outputs\":[]}\n";

    private static final String COLLECT = """
            documents: [%s]
            tells:
              - {tag: [cloud.region], tells: place, as: {us-east-1: US}}
              - {tag: [purpose], tells: purpose}
              - {tag: [recipient], tells: recipient}
            identity: {trainings: {air/m9.train: m9}}
            """;

    @TempDir
    Path folder;

    @Test
    void tellsEachDifferenceInARowAndLetsARuleAskForIt() throws IOException {
        Estate estate = Estate.small(folder);
        estate.houseCode(RULES);
        estate.write("data/members.csv", "member_id,email,consent\n1,a@example.com,yes\n2,b@example.com,no\n");
        estate.sources("members");
        estate.write("data/register.csv", """
                use,dataset,training,actorCountries,subjectCountries,activity,categories,purposes,sovereignty.trainingLocation,recipientType,recipientId,consentObtained
                u9,own/members,m9,JP,JP,train-own,contact,billing,JP,third-party,orbit-models,true
                """);
        estate.write("events.jsonl", EVENT);
        estate.write("config/collect.yaml", COLLECT.formatted(folder.resolve("events.jsonl")));

        Command run = estate.audit("run");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        List<String> rows = Files.readAllLines(report(estate, "reconciliation.csv"));
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).contains("u9", ",purposes,billing,", ",ad targeting,"))
                .anySatisfy(row -> assertThat(row).contains("u9", ",sovereignty.trainingLocation,JP,", ",US,"))
                .anySatisfy(row -> assertThat(row).contains("u9", ",recipientId,orbit-models,", ",shadow-lab,"))
                .anySatisfy(row -> assertThat(row)
                        .contains("u9", ",consentObtained/rows,true,", "50 % of rows without consent in consent"));
        assertThat(Files.readAllLines(report(estate, "verdicts.csv")))
                .filteredOn(row -> row.contains("house-code"))
                .singleElement()
                .asString()
                .contains("violation", "HC-01");
        Command why = estate.audit("explain", "u9", "--regime", "house-code");
        assertThat(why.out()).contains("observedOtherwise").contains("place");
    }

    private static Path report(Estate estate, String name) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.findFirst().orElseThrow().resolve(name);
        }
    }
}
