package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole audit on a small estate, as an operator runs it. */
class NightlyAuditTest {

    @TempDir
    Path folder;

    @Test
    void auditsTheEstateAndLeavesATrailThatVerifies() {
        Estate estate = Estate.small(folder);
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("manual/").contains("jp-appi").contains("Reports:");
        Command verified = verify(estate, run);
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("verified");
        Command stranger = Command.audit("verify", estate.path("var/trail").toString());
        assertThat(stranger.code()).isEqualTo(5);
        assertThat(stranger.out()).doesNotContain("verified").contains("unauthenticated");
    }

    @Test
    void appendsNothingWhenNothingChanged() throws IOException {
        Estate estate = Estate.small(folder);
        Command first = estate.audit("run");
        long before = size(first, estate);
        Command second = estate.audit("run");
        assertThat(second.code()).as(second.err()).isEqualTo(1);
        assertThat(second.out()).contains("0 read, 3 unchanged");
        long after = size(second, estate);
        // run_open, run_close and one entry for each published file of the second run.
        assertThat(after - before).isEqualTo(2 + published(estate));
    }

    @Test
    void judgesAUseThatWasSeenAndThatNobodyDeclared() throws IOException {
        Estate estate = Estate.small(folder);
        estate.write("config/collect.yaml", "documents: [" + estate.path("events.jsonl") + "]\n");
        estate.write(
                "events.jsonl",
                "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-20T01:00:00Z\",\"producer\":\"p\",\"schemaURL\":"
                        + "\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"r\"},\"job\":{\"namespace\":"
                        + "\"air\",\"name\":\"shadow.train\"},\"inputs\":[{\"namespace\":\"own\",\"name\":\"patients\"}],"
                        + "\"outputs\":[]}\n");
        Command run = estate.audit("run");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        Path reports = estate.path("var/reports");
        String register = Files.readString(newest(reports).resolve("register.csv"));
        assertThat(register.lines().filter(line -> line.contains("air/shadow.train")))
                .singleElement()
                .asString()
                .contains("seen-", "own/patients")
                .endsWith(",,lineage:events.jsonl:1");
        assertThat(Files.readString(newest(reports).resolve("reconciliation.csv"))
                        .lines()
                        .filter(line -> line.contains("seen-")))
                .as("declared nowhere, and told so")
                .anySatisfy(line -> assertThat(line).contains("not declared"));
        assertThat(Files.readString(newest(reports).resolve("dependence.csv"))).contains("provider-unknown");
    }

    private static Path newest(Path reports) throws IOException {
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /** How many files the newest run published. */
    private static long published(Estate estate) throws IOException {
        try (Stream<Path> files = Files.list(newest(estate.path("var/reports")))) {
            return files.count();
        }
    }

    @Test
    void keepsATrialApartFromWhatCounts() {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        Command trial = estate.audit("run", "--as-of", "2028-07-16", "--assume", "jp-appi-2026.main=2028-07-16");
        assertThat(trial.code()).as(trial.err()).isEqualTo(1);
        assertThat(trial.out()).contains("trial/");
        Command jobs = estate.audit("jobs");
        assertThat(jobs.out().lines()).hasSize(2).allMatch(line -> line.contains("complete"));
        Command again = estate.audit("run");
        assertThat(again.out()).contains("0 newly opened, 0 reopened, 1 still open, 0 closed");
        assertThat(verify(estate, again).code()).isZero();
    }

    @Test
    void endsAUseThatNoRegisterHasAnyMore() throws IOException {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        Path register = estate.path("data/register.csv");
        try (Stream<String> lines = Files.lines(register)) {
            Files.write(register, lines.filter(line -> !line.startsWith("u1,")).toList());
        }
        Command run = estate.audit("run");
        assertThat(run.out()).contains("1 closed");
    }

    @Test
    void servesOnlyReportsThatTheSealedTrailNames() throws IOException {
        Estate estate = Estate.small(folder);
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        Command list = estate.audit("report", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("verdicts.csv").contains("summary.ja.html");
        Command placesBehind =
                Command.audit("report", "list", "--data", estate.path("var").toString());
        assertThat(placesBehind.out()).isEqualTo(list.out());
        Path summaries = newest(estate.path("var/reports"));
        assertThat(summaries.resolve("summary.html"))
                .content()
                .as("what a legal step brings, in the words of the pack")
                .contains(">Art. 5(1)(ba), (bb)</span>");
        assertThat(summaries.resolve("summary.ja.html")).content().contains("手続・執行・罰則の一部");
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            Files.writeString(runs.findFirst().orElseThrow().resolve("verdicts.csv"), "changed");
        }
        assertThat(estate.audit("report", "list").code()).isEqualTo(3);
        assertThat(estate.audit("report", "list").out()).contains("MISSING OR CHANGED");
    }

    @Test
    void givesAnAuditorABundleThatVerifiesElsewhere() {
        Estate estate = Estate.small(folder);
        Command run = estate.audit("run");
        Path zip = folder.resolve("evidence.zip");
        Command slip = estate.audit("bundle", "--run", "nightly/2026-12-24", "--out", zip.toString());
        assertThat(slip.code()).isEqualTo(2);
        assertThat(slip.err())
                .contains("names no report of run 'nightly/2026-12-24'")
                .doesNotContain("\tat ");
        Command bundle = estate.audit("bundle", "--out", zip.toString());
        assertThat(bundle.code()).as(bundle.err()).isZero();
        assertThat(bundle.vkey()).isEqualTo(run.vkey());
        Command verified = Command.audit("verify", zip.toString(), "--key", run.vkey());
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(estate.audit("bundle", "--out", zip.toString()).code()).isEqualTo(2);
    }

    private static Command verify(Estate estate, Command run) {
        return Command.audit("verify", estate.path("var/trail").toString(), "--key", run.vkey());
    }

    private static long size(Command run, Estate estate) throws IOException {
        assertThat(run.vkey()).isNotEmpty();
        return Long.parseLong(
                Files.readAllLines(estate.path("var/trail/checkpoint")).get(1));
    }
}
