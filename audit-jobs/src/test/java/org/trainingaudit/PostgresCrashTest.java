package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.QuickClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * On PostgreSQL, turn and turn about: the program is killed at a commit, or the database is brought down in the middle of
 * whatever it does and up again. The next start goes on without a hand laid on any table, and leaves the reports of an
 * unbroken run, byte for byte, and a trail that verifies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCrashTest {

    private static final int CRASHES = Integer.getInteger("audit.crash.postgres", 1);
    private static final int SEED = Integer.getInteger("audit.crash.seed", 20261122);
    private static final int VIOLATIONS_OPEN = 1;
    private static final int STARTS_AT_MOST = 4;
    private static final int IN_THE_MIDDLE = 90;

    /** Steps as the program says that they are done: it is then in the one behind. */
    private static final List<String> STEPS =
            List.of("prepare ", "scan ", "collect ", "reconcile ", "judge ", "follow laws ", "seal ");

    @TempDir
    Path folder;

    private Path files;
    private Server server;

    @BeforeAll
    void startServer(@TempDir Path kept) throws IOException, SQLException {
        files = kept.resolve("server");
        server = Server.in(files);
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void leavesTheSameReportsWhateverDies() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n" + server.settings(estate, "crash"));
        Path data = fresh(estate);
        KilledChild unbroken = KilledChild.start(folder, 0, estate.arguments("run"));
        assertThat(unbroken.code()).as(unbroken.output()).isEqualTo(VIOLATIONS_OPEN);
        int commits = unbroken.commits();
        Map<String, String> wanted = UnbrokenRun.reports(data);
        assertThat(wanted).containsKey("verdicts.csv");

        Random dice = new Random(SEED);
        for (int crash = 0; crash < CRASHES; crash++) {
            fresh(estate);
            String plan = crash % 2 == 0 ? databaseDown(estate, dice) : killed(estate, 1 + dice.nextInt(commits));
            finishes(estate, "seed " + SEED + ", crash " + crash + ": " + plan);
            assertThat(UnbrokenRun.reports(data)).as(plan).isEqualTo(wanted);
        }
    }

    /**
     * A back-up that is taken while a run goes on: the database as it was in the middle, the files as they are at the end. The
     * database is put back, the trail's own files bring it up to date, and the next run goes on from there. In the soak run.
     */
    @Test
    @EnabledIf("inTheSoakRun")
    void isRestoredFromABackUpThatWasTakenInTheMiddleOfARun() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n" + server.settings(estate, "crash"));
        fresh(estate);
        killed(estate, IN_THE_MIDDLE);
        server.sql("create database crash_backup template crash");
        finishes(estate, "killed at commit " + IN_THE_MIDDLE);
        server.sql("drop database crash with (force)");
        server.sql("alter database crash_backup rename to crash");

        BackUpTest.refusesUntilItIsReplayed(estate);
        finishes(estate, "restored");
    }

    static boolean inTheSoakRun() {
        return CRASHES > 1;
    }

    /** A database of the same name, so that the configuration is the same; and no files. */
    private Path fresh(Estate estate) throws SQLException, IOException {
        server.sql("drop database if exists crash with (force)");
        server.database("crash");
        Path data = estate.path("var");
        if (Files.exists(data)) {
            Files.move(data, folder.resolve("over-" + System.nanoTime()));
        }
        return data;
    }

    private String killed(Estate estate, int commit) throws IOException, InterruptedException {
        KilledChild child = KilledChild.start(folder, commit, estate.arguments("run"));
        assertThat(child.code()).as(child.output()).isEqualTo(KilledChild.KILLED);
        return "killed at commit " + commit;
    }

    /** The program is held meanwhile: it is in the middle of the run, and mustn't say that the run is done. */
    private String databaseDown(Estate estate, Random dice) throws IOException, InterruptedException {
        String step = STEPS.get(dice.nextInt(STEPS.size()));
        KilledChild child = KilledChild.start(folder, 0, estate.arguments("run"));
        child.awaitOutput(step);
        child.hold();
        server.restart(files, Server.Down.IMMEDIATE);
        child.letGo();
        String plan = "database down after " + step.strip() + ", the program ended with " + child.code();
        assertThat(child.code()).as(plan + "\n" + child.output()).isNotEqualTo(VIOLATIONS_OPEN);
        return plan;
    }

    /** What died is finished, by itself, in a few starts: the first may still find the lease of the dead. */
    private void finishes(Estate estate, String plan) throws IOException, InterruptedException {
        Command again = start(estate);
        for (int starts = 1; again.code() != VIOLATIONS_OPEN && starts < STARTS_AT_MOST; starts++) {
            again = start(estate);
        }
        assertThat(again.code()).as(plan + "\n" + again.err()).isEqualTo(VIOLATIONS_OPEN);
        Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", again.vkey());
        assertThat(verified.code()).as(plan + "\n" + verified.out()).isZero();
    }

    private static Command start(Estate estate) {
        return Command.audit(QuickClock.class, estate.arguments("run"));
    }
}
