package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dropped answer of e-Gov: told, followed as a finding until the pack agrees, and no pack ever changed. */
class WatchTest {

    private static final Path REAL =
            Path.of("audit-core/src/test/resources/org/trainingaudit/regime/law/law_revisions-415AC0000000057.json");

    @TempDir
    Path folder;

    private Estate estate;

    @BeforeEach
    void makeEstate() {
        estate = Estate.small(folder);
    }

    private String moved() throws IOException {
        return Files.readString(REAL).replace("2028-07-16", "2028-04-01").replace("20280716", "20280401");
    }

    private Command watch(String text, String... more) {
        estate.write("drop/answer.json", text);
        String[] arguments = new String[more.length + 1];
        arguments[0] = estate.path("drop/answer.json").toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return estate.audit("watch", arguments);
    }

    /** What the next run's report says. */
    private String findings() throws IOException {
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isNotEqualTo(2);
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            Path newest = runs.max(Comparator.naturalOrder()).orElseThrow();
            return Files.readString(newest.resolve("findings.csv"));
        }
    }

    @Test
    void tellsThatTheShippedPacksAgree() throws IOException {
        Command watch = watch(Files.readString(REAL), "--dry-run");
        assertThat(watch.code()).as(watch.err()).isZero();
        assertThat(watch.out()).contains("jp-appi: nothing differs").contains("jp-appi-2026: nothing differs");
        assertThat(estate.path("var")).doesNotExist();
    }

    @Test
    void opensAReviewFindingThatStaysUntilThePackAgrees() throws IOException {
        String before = Files.readString(estate.path("config/regimes/jp-appi-2026.yaml"));
        Command watch = watch(moved());
        assertThat(watch.code()).as(watch.err()).isEqualTo(1);
        assertThat(watch.out()).contains("steps.main.latest: the pack says 2028-07-16, the authority says 2028-04-01");
        assertThat(Files.readString(estate.path("config/regimes/jp-appi-2026.yaml")))
                .isEqualTo(before);

        String open = findings();
        assertThat(review(open)).contains(",open,").contains("review: steps.main.revision");
        assertThat(review(findings())).contains(",open,");

        estate.write(
                "config/regimes/jp-appi-2026.yaml",
                before.replace("    latest: 2028-07-16", "    latest: 2028-04-01")
                        .replace("20280716", "20280401"));
        assertThat(review(findings())).contains(",closed,").contains("differs from the authority's answer any more");
    }

    private static String review(String csv) {
        return csv.lines()
                .filter(line -> line.contains("law/415AC0000000057"))
                .reduce((first, second) -> first + "\n" + second)
                .orElseThrow(() -> new AssertionError("no review in:\n" + csv));
    }

    @Test
    void closesTheFindingWhenALaterAnswerAgrees() throws IOException {
        assertThat(watch(moved()).code()).isEqualTo(1);
        assertThat(watch(moved()).code()).isEqualTo(1);
        assertThat(watch(Files.readString(REAL)).code()).isZero();
        assertThat(review(findings())).contains(",closed,");
    }

    @Test
    void saysTheSameInJson() throws IOException {
        Command watch = watch(moved(), "--dry-run", "--format", "json");
        JsonNode line = JsonMapper.shared().readTree(watch.out());
        assertThat(line.path("law").asString()).isEqualTo("415AC0000000057");
        assertThat(line.path("differences").path(1).path("where").asString()).isEqualTo("steps.main.latest");
        assertThat(line.path("differences").path(1).path("kind").asString()).isEqualTo("latest");
        assertThat(line.path("differences").path(1).path("answered").asString()).isEqualTo("2028-04-01");
    }

    @Test
    void refusesABrokenFileAndKeepsNothing() throws IOException {
        Command cut = watch(moved().substring(0, 900));
        assertThat(cut.code()).isEqualTo(2);
        assertThat(cut.err()).containsPattern("answer\\.json:1:\\d+: not JSON");
        Command other = watch(moved().replace("415AC0000000057", "415AC0000000058"));
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("did you mean '415AC0000000057'?");
        assertThat(estate.audit("watch", estate.path("nowhere").toString()).err())
                .contains("no such file");
        assertThat(estate.path("var")).doesNotExist();
    }
}
