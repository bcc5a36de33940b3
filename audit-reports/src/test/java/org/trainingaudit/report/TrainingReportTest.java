package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.csv.CsvReader;

class TrainingReportTest {

    private static final String RUN = "nightly/2026-11-21";
    private static final String TRUE = fact("trainsOnUserInput", "true");
    private static final String FALSE = fact("trainsOnUserInput", "false");

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>(
            List.of(
                    "{'run':'RUN','kind':'run_open','body':{'business_date':'2026-11-21','as_of':'2026-11-21',"
                            + "'config_sha256':'@config','code_version':'0.1.0','regimes':[{'id':'eu-ai-act'},{'id':'us-ca-ab2013'}]}}"));

    private static String fact(String name, String value) {
        return "{'fact':'" + name + "','value':" + value + ",'origin':'register:uses.csv','since':null,'recorded':null,"
                + "'until':null}";
    }

    private TrainingReportTest use(String id, String training, String... facts) {
        lines.add("{'run':'RUN','kind':'use','body':{'use':'" + id + "','dataset':'hospital/patients','training':'"
                + training + "','origin':'register:uses.csv','state':'declared','facts':[" + String.join(",", facts)
                + "],'not_governed_by':[]}}");
        return this;
    }

    /** The cells of a column by the rows' keys. */
    private Map<String, String> column(String file, String column) throws IOException {
        String all = String.join("\n", lines).replace("RUN", RUN).replace('\'', '"');
        Path written = folder.resolve("reports" + lines.size());
        if (!Files.exists(written)) {
            Reports.write(
                    TrailFixture.texts(TrailFixture.entries(all)),
                    RUN,
                    TrailFixture.snapshots(),
                    new ReportSettings(false),
                    written);
        }
        List<List<String>> table = CsvReader.read(Files.readAllBytes(written.resolve(file)));
        int at = table.get(0).indexOf(column);
        Map<String, String> cells = new HashMap<>();
        table.subList(1, table.size()).forEach(row -> cells.put(row.get(0), row.get(at)));
        return cells;
    }

    /** What nobody has stated of one of its uses isn't denied of a training. */
    @Test
    void deniesOnlyWhatIsDeniedOfEachUse() throws IOException {
        use("one", "silent")
                .use("two", "half", FALSE)
                .use("three", "half")
                .use("four", "no", FALSE)
                .use("five", "no", FALSE)
                .use("six", "yes", TRUE)
                .use("seven", "yes");
        assertThat(column("ai-act-training-summary.csv", "from_user_input"))
                .isEqualTo(Map.of("silent", "", "half", "", "no", "false", "yes", "true"));
        assertThat(column("ai-act-training-summary.csv", "modified_model")).containsEntry("no", "");
        assertThat(column("ab2013.csv", "synthetic_data")).containsEntry("silent", "");
    }

    @Test
    void saysThatThereIsNoPersonalDataOnlyWhereAllWasReadAndNothingIsDoubtful() throws IOException {
        use("one", "unread")
                .use("two", "clean", fact("categories", "[]"))
                .use("three", "doubtful", fact("categories", "[]"), fact("categoriesUncertain", "['name.full']"))
                .use("four", "found", fact("categories", "['name.full']"));
        assertThat(column("ab2013.csv", "contains_personal_information"))
                .isEqualTo(Map.of("unread", "", "clean", "false", "doubtful", "", "found", "true"));
    }

    /** Registers need not name one. */
    @Test
    void hasARowOfItsOwnForEachUseThatNamesNoTraining() throws IOException {
        use("one", "", TRUE).use("two", "", FALSE).use("three", "chat");
        assertThat(column("ai-act-training-summary.csv", "training"))
                .isEqualTo(Map.of("use/one", "", "use/two", "", "chat", "chat"));
        assertThat(column("ai-act-training-summary.csv", "from_user_input"))
                .isEqualTo(Map.of("use/one", "true", "use/two", "false", "chat", ""));
    }

    /** Some write the last day there is for one that nobody knows. */
    @Test
    void leavesOutADayThatNoCalendarOfFourDigitsHas() throws IOException {
        lines.set(0, lines.get(0).replace("eu-ai-act", "cn-pipl"));
        use("one", "chat", fact("dpiaDate", "'9999-12-31'"));
        assertThat(column("pipl-impact-assessment.csv", "assessment_date")).isEqualTo(Map.of("one", "9999-12-31"));
        assertThat(column("pipl-impact-assessment.csv", "keep_until")).isEqualTo(Map.of("one", ""));
    }
}
