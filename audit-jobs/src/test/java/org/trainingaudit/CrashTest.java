package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills child JVMs with {@code kill -9} at commits spread over a whole run, and one run several times in a row, starts each
 * again, and wants the reports of an unbroken run, byte for byte, and a trail that verifies.
 */
class CrashTest {

    private static final int KILLS = Integer.getInteger("audit.crash.kills", 3);
    /** Behind the commits that make the database and prepare the run, and before its end. */
    private static final int WHILE_AT_WORK = 90;

    private static final int IN_A_ROW_AT_MOST = 12;
    private static final int SEED = 20261122;
    private static final int VIOLATIONS_OPEN = 1;

    @TempDir
    Path folder;

    @Test
    void leavesTheSameReportsWhereverItIsKilled() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild unbroken = run(estate, "unbroken", 0);
        assertThat(unbroken.code()).as(unbroken.output()).isEqualTo(VIOLATIONS_OPEN);
        Map<String, String> wanted = reports("unbroken");
        assertThat(wanted).containsKey("verdicts.csv");

        for (int point : points(unbroken.commits())) {
            String data = "killed-" + point;
            kill(estate, data, point);
            finishesAs(wanted, estate, data);
        }
    }

    /** A program that dies again and again, also while it goes on after a kill: what one start got done, the next one keeps. */
    @Test
    void leavesTheSameReportsHoweverOftenInARowItIsKilled() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild unbroken = run(estate, "unbroken", 0);
        assertThat(unbroken.code()).as(unbroken.output()).isEqualTo(VIOLATIONS_OPEN);
        int kills = Math.min(KILLS, IN_A_ROW_AT_MOST);
        int each = unbroken.commits() / (kills + 1);

        Random dice = new Random(SEED);
        for (int kill = 0; kill < kills; kill++) {
            kill(estate, "in-a-row", 1 + dice.nextInt(each));
        }
        finishesAs(reports("unbroken"), estate, "in-a-row");
    }

    private void kill(Estate estate, String data, int point) throws IOException, InterruptedException {
        KilledChild killed = run(estate, data, point);
        assertThat(killed.code())
                .as("killed at commit %d: %s", point, killed.output())
                .isEqualTo(KilledChild.KILLED);
    }

    private void finishesAs(Map<String, String> wanted, Estate estate, String data)
            throws IOException, InterruptedException {
        KilledChild again = run(estate, data, 0);
        assertThat(again.code()).as("%s: %s", data, again.output()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(reports(data)).as(data).isEqualTo(wanted);
        Command verified = Command.audit(
                "verify", folder.resolve(data).resolve("trail").toString(), "--key", vkey(again.output()));
        assertThat(verified.code()).as("%s: %s", data, verified.out()).isZero();
    }

    @Test
    void goesOnOnlyWithTheConfigurationAndInputsItBeganWith() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild killed = run(estate, "estate/var", WHILE_AT_WORK);
        assertThat(killed.code()).as(killed.output()).isEqualTo(KilledChild.KILLED);
        estate.write("config/application.yaml", "audit: {nightly: {partitions: 1}}\n");
        Command changed = estate.audit("run");
        assertThat(changed.code()).as(changed.err()).isEqualTo(2);
        assertThat(changed.err())
                .contains("manual/2026-11-21/1 was cut short and can't go on")
                .containsPattern("then [0-9a-f]{64}, now [0-9a-f]{64}")
                .contains("audit run --new");
        Command anew = estate.audit("run", "--new");
        assertThat(anew.code()).as(anew.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(estate.audit("jobs").out()).contains("complete").contains("abandoned");
    }

    @Test
    void goesOnOnlyWhileItsDatasetsAreWhatTheyWere() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild killed = run(estate, "estate/var", WHILE_AT_WORK);
        assertThat(killed.code()).as(killed.output()).isEqualTo(KilledChild.KILLED);
        estate.write("data/prices.csv", "item,price\nbolt,4\n");
        Command changed = estate.audit("run");
        assertThat(changed.code()).as(changed.err()).isEqualTo(2);
        assertThat(changed.err()).contains("inputs have changed since: own/prices (then ");
        estate.write("data/prices.csv", "item,price\nbolt,3\nnut,4\n");
        Command again = estate.audit("run");
        assertThat(again.code()).as(again.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(again.err()).contains("Going on with manual/2026-11-21/1");
    }

    /** Points spread evenly over the commits of a run, the first and the last among them. */
    private static List<Integer> points(int commits) {
        List<Integer> points = new ArrayList<>();
        int kills = Math.min(KILLS, commits);
        for (int i = 0; i < kills; i++) {
            points.add(1 + (int) ((long) i * (commits - 1) / Math.max(1, kills - 1)));
        }
        return points.stream().distinct().toList();
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
