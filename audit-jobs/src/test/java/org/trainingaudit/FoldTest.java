package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.view.Projection;
import serving.Clocked;

/** What pages show can be thrown away: folded from the trail again it is the same. */
class FoldTest {

    @TempDir
    static Path folder;

    private static Served served;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void serve() throws InterruptedException {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        served = Served.of(estate);
        jdbc = served.context.get(JdbcTemplate.class);
        night();
        // Of one use the dataset changes, one has another answer, one is over.
        estate.write("data/register.csv", """
                use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,purposeSpecified,purposeIncludesAiTraining,consentCoversAiTraining,individualDecisionUse,identifiability,structuredDatabase
                u1,own/prices,m1,private,JP,JP,train-own,health.medical_history;contact,false,false,false,true,identified,true
                u2,own/prices,m1,private,JP;US,JP;US,train-own,,true,true,false,false,identified,true
                u3,own/broken,m2,private,JP,JP,train-own,contact,true,true,true,true,identified,true
                u4,own/patients,m2,private,JP,JP,train-own,health.medical_history;contact,false,true,,,identified,true
                """);
        Clocked.pass(Duration.ofDays(1));
        night();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static void night() throws InterruptedException {
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), new By("operator-1", "for the test"), Optional.empty());
        operations.awaitIdle();
    }

    private static List<String> tables() {
        return jdbc
                .queryForList("select table_name from information_schema.tables order by table_name", String.class)
                .stream()
                .filter(table -> table.startsWith("view_"))
                .toList();
    }

    private static Map<String, List<String>> content() {
        Map<String, List<String>> content = new TreeMap<>();
        tables().forEach(table -> content.put(
                table,
                jdbc.queryForList("select * from " + table).stream()
                        .map(row -> new TreeMap<>(row).toString())
                        .sorted()
                        .toList()));
        return content;
    }

    @Test
    void givesTheSameTablesASecondTime() {
        served.context.get(Projection.class).catchUp();
        Map<String, List<String>> before = content();
        assertThat(before).hasSizeGreaterThan(9);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        tables().forEach(table -> jdbc.update("delete from " + table));
        served.context.get(Projection.class).catchUp();
        Map<String, List<String>> after = content();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).containsExactlyElementsOf(rows));
    }

    @Test
    void countsWhatThereIs() {
        served.context.get(Projection.class).catchUp();
        assertThat(jdbc.queryForList("select source, regime, verdict, uses from view_verdict_count order by 1, 2, 3"))
                .isNotEmpty()
                .isEqualTo(jdbc.queryForList("select source, regime, verdict, count(*) as uses from view_verdict"
                        + " group by source, regime, verdict order by 1, 2, 3"));
        assertThat(jdbc.queryForList(
                        "select v.use_id from view_verdict v join view_use u on u.use_id = v.use_id"
                                + " where v.dataset <> u.dataset or v.source <> u.source",
                        String.class))
                .isEmpty();
    }
}
