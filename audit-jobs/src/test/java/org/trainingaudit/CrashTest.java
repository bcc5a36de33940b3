package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills child JVMs with {@code kill -9} at commits, spread over a whole run, and one run several times in a row, starts each
 * again, and wants the reports of an unbroken run, byte for byte, and a trail that verifies. {@link CrashAtCallTest} does the
 * same at calls that change files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final int KILLS = Integer.getInteger("audit.crash.kills", 3);
    /** Behind the commits that make the database and prepare the run, and before its end. */
    private static final int WHILE_AT_WORK = 90;

    private static final int IN_A_ROW_AT_MOST = 12;
    private static final int SEED = Integer.getInteger("audit.crash.seed", 20261122);
    private static final int VIOLATIONS_OPEN = 1;

    private Path folder;
    private UnbrokenRun unbroken;

    @BeforeAll
    void doTheRunUnbroken(@TempDir Path kept) throws Exception {
        folder = kept;
        unbroken = UnbrokenRun.in(kept);
    }

    @Test
    void leavesTheSameReportsWhereverItIsKilled() throws Exception {
        for (int point : points(unbroken.commits())) {
            String data = "killed-" + point;
            kill(data, point);
            unbroken.isReachedBy(data);
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
        unbroken.isReachedBy("in-a-row");
    }

    private void kill(String data, int point) throws IOException, InterruptedException {
        KilledChild killed = unbroken.run(data, point);
        assertThat(killed.code())
                .as("seed %d, killed at commit %d: %s", SEED, point, killed.output())
                .isEqualTo(KilledChild.KILLED);
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
}
