package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills child JVMs with {@code kill -9} at commits and at calls that change files, spread over a whole run, and one run several
 * times in a row, starts each again, and wants the reports of an unbroken run, byte for byte, and a trail that verifies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final int KILLS = Integer.getInteger("audit.crash.kills", 3);
    private static final int FILE_KILLS = Integer.getInteger("audit.crash.calls", 1);
    /** What is written in the background makes no two runs have as many calls. */
    private static final int CALLS_MORE_OR_LESS = 10;

    /** Behind the commits that make the database and prepare the run, and before its end. */
    private static final int WHILE_AT_WORK = 90;

    private static final int IN_A_ROW_AT_MOST = 12;
    private static final int SEED = Integer.getInteger("audit.crash.seed", 20261122);
    private static final int VIOLATIONS_OPEN = 1;

    private Path folder;
    private Estate estate;
    private KilledChild unbroken;
    private Map<String, String> wanted;

    @BeforeAll
    void doTheRunUnbroken(@TempDir Path kept) throws Exception {
        folder = kept;
        estate = Estate.small(kept.resolve("estate"));
        unbroken = onDisk("unbroken", 0);
        assertThat(unbroken.code()).as(unbroken.output()).isEqualTo(VIOLATIONS_OPEN);
        wanted = reports("unbroken");
        assertThat(wanted).containsKey("verdicts.csv");
    }

    @Test
    void leavesTheSameReportsWhereverItIsKilled() throws Exception {
        for (int point : points(unbroken.commits())) {
            String data = "killed-" + point;
            kill(data, point);
            finishesAsWanted(data);
        }
    }

    @Test
    void leavesTheSameReportsWhicheverCallOfAFileIsItsLast() throws Exception {
        Random dice = new Random(SEED);
        int part = (unbroken.calls() - CALLS_MORE_OR_LESS) / FILE_KILLS;
        for (int kill = 0; kill < FILE_KILLS; kill++) {
            int call = 1 + kill * part + dice.nextInt(part);
            String data = "killed-at-call-" + call;
            KilledChild killed = onDisk(data, call);
            assertThat(killed.code())
                    .as("seed %d, %s: %s", SEED, data, killed.output())
                    .isEqualTo(KilledChild.KILLED);
            finishesAsWanted(data);
        }
    }

    /** A program that dies again and again, also while it goes on after a kill: what one start got done, the next one keeps. */
    @Test
    void leavesTheSameReportsHoweverOftenInARowItIsKilled() throws Exception {
        int kills = Math.min(KILLS, IN_A_ROW_AT_MOST);
        int each = unbroken.commits() / (kills + 1);

        Random dice = new Random(SEED);
        for (int kill = 0; kill < kills; kill++) {
            kill("in-a-row", 1 + dice.nextInt(each));
        }
        finishesAsWanted("in-a-row");
    }

    private void kill(String data, int point) throws IOException, InterruptedException {
        KilledChild killed = run(estate, data, point);
        assertThat(killed.code())
                .as("seed %d, killed at commit %d: %s", SEED, point, killed.output())
                .isEqualTo(KilledChild.KILLED);
    }

    private void finishesAsWanted(String data) throws IOException, InterruptedException {
        KilledChild again = run(estate, data, 0);
        assertThat(again.code()).as("%s: %s", data, again.output()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(reports(data)).as(data).isEqualTo(wanted);
        Command verified = Command.audit(
                "verify", folder.resolve(data).resolve("trail").toString(), "--key", vkey(again.output()));
        assertThat(verified.code()).as("%s: %s", data, verified.out()).isZero();
    }

    @Test
    void goesOnOnlyWithTheConfigurationAndInputsItBeganWith() throws Exception {
        Estate own = Estate.small(folder.resolve("changed"));
        KilledChild killed = run(own, "changed/var", WHILE_AT_WORK);
        assertThat(killed.code()).as(killed.output()).isEqualTo(KilledChild.KILLED);
        own.write("config/application.yaml", "audit: {nightly: {partitions: 1}}\n");
        Command changed = own.audit("run");
        assertThat(changed.code()).as(changed.err()).isEqualTo(2);
        assertThat(changed.err())
                .contains("manual/2026-11-21/1 was cut short and can't go on")
                .containsPattern("then [0-9a-f]{64}, now [0-9a-f]{64}")
                .contains("audit run --new");
        Command anew = own.audit("run", "--new");
        assertThat(anew.code()).as(anew.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(own.audit("jobs").out()).contains("complete").contains("abandoned");
    }

    @Test
    void goesOnOnlyWhileItsDatasetsAreWhatTheyWere() throws Exception {
        Estate own = Estate.small(folder.resolve("moved"));
        KilledChild killed = run(own, "moved/var", WHILE_AT_WORK);
        assertThat(killed.code()).as(killed.output()).isEqualTo(KilledChild.KILLED);
        own.write("data/prices.csv", "item,price\nbolt,4\n");
        Command changed = own.audit("run");
        assertThat(changed.code()).as(changed.err()).isEqualTo(2);
        assertThat(changed.err()).contains("inputs have changed since: own/prices (then ");
        own.write("data/prices.csv", "item,price\nbolt,3\nnut,4\n");
        Command again = own.audit("run");
        assertThat(again.code()).as(again.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(again.err()).contains("Going on with manual/2026-11-21/1");
    }

    /** The first and the last commit of a run, and one by chance out of each of equal parts of what lies between. */
    private static List<Integer> points(int commits) {
        int between = Math.max(0, Math.min(KILLS, commits) - 2);
        Random dice = new Random(SEED);
        SortedSet<Integer> points = new TreeSet<>(Set.of(1, commits));
        for (int part = 0; part < between; part++) {
            int from = 2 + (int) ((long) part * (commits - 2) / between);
            int to = 2 + (int) ((long) (part + 1) * (commits - 2) / between);
            points.add(from + dice.nextInt(to - from));
        }
        return List.copyOf(points);
    }

    private KilledChild onDisk(String data, int call) throws IOException {
        Path files = folder.resolve(data);
        return KilledChild.onDisk(
                folder, files, call, "run", "--config", estate.path("config").toString(), "--data", files.toString());
    }

    private KilledChild run(Estate estate, String data, int killAt) throws IOException {
        return KilledChild.start(
                folder,
                killAt,
                "run",
                "--config",
                estate.path("config").toString(),
                "--data",
                folder.resolve(data).toString());
    }

    private Map<String, String> reports(String data) throws IOException {
        Map<String, String> files = new TreeMap<>();
        // Killed at the very end, the run was over, and the next start began another one beside it.
        Path reports = folder.resolve(data).resolve("reports");
        try (Stream<Path> all = Files.walk(reports.resolve("manual_2026-11-21_1"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static String vkey(String output) {
        return new Command(0, output, "").vkey();
    }
}
