package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.trail.Trail;
import serving.Clocked;

/** A manager and workers in other JVMs do a run, and one of the workers dies on the way: the reports are those of one process. */
class ClusterTest extends OnPostgres {

    private static final int KILLED = 137;
    private static final int MINUTES = 5;
    private static final String RUN = "manual_2026-11-21_1";

    @TempDir
    Path folder;

    @Test
    void leavesTheReportsOfOneProcessThoughAWorkerIsKilled() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder.resolve("estate"));
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n" + Cluster.ownBroker()
                        + server.settings(estate, "cluster"));
        Map<String, String> wanted = alone(estate);
        try (Cluster cluster = new Cluster(folder, estate);
                AuditContext manager = cluster.manager()) {
            Run run = stoppedForWantOfWorkers(manager);
            // Workers leave the tables as they are, and never ask for the password of who owns them.
            Files.delete(estate.path("owner-password"));
            Process dies = cluster.worker(9);
            Operations operations = manager.get(Operations.class);
            operations.restart(run.key(), By.local());
            // Were the other one there before, it could leave this one too little to die of.
            assertThat(dies.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as(cluster.said())
                    .isTrue();
            assertThat(dies.exitValue()).as(cluster.said()).isEqualTo(KILLED);
            cluster.worker(0);
            operations.awaitIdle();
            assertThat(status(manager, run)).as(cluster.said()).isEqualTo(RunStatus.COMPLETE);
            assertThat(Cluster.reports(estate.path("var"), RUN)).isEqualTo(wanted);
            String key = manager.get(Trail.class).vkey().toString();
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key);
            assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        }
    }

    /** In the soak run; what a worker and a manager do by themselves is in each build. */
    @Test
    @EnabledIfSystemProperty(named = "audit.cluster.nights", matches = "[1-9][0-9]*")
    void leavesToOtherWorkersWhatIsAnotherFileOnItsMachine() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        Path there = folder.resolve("leaving").toAbsolutePath();
        Estate estate = Estate.small(Path.of("").toAbsolutePath().relativize(there));
        server.database("leaving");
        estate.write(
                "config/application.yaml",
                "audit:\n" + Cluster.ownBroker().replace("silence-seconds: 5", "silence-seconds: 150")
                        + server.settings(estate, "leaving"));
        try (Cluster cluster = new Cluster(folder, estate);
                AuditContext manager = cluster.manager()) {
            Path machine = folder.resolve("machine");
            FileSystemUtils.copyRecursively(
                    there, machine.resolve(there.getRoot().relativize(there)));
            Files.writeString(
                    machine.resolve(there.getRoot().relativize(there)).resolve("data/prices.csv"),
                    "item,price\nnut,5\n");
            Operations operations = manager.get(Operations.class);
            Run run = operations.start(RunRequest.everything(), By.local(), Optional.empty());
            Process other = cluster.workerOn(machine);
            while (!cluster.said().contains("own/prices")) {
                assertThat(other.isAlive()).as(cluster.said()).isTrue();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            cluster.worker(0);
            operations.awaitIdle();
            assertThat(status(manager, run)).as(cluster.said()).isEqualTo(RunStatus.COMPLETE);
            assertThat(cluster.said()).contains("on this machine it is another one", "left to other workers");
        }
        assertThat(Files.readString(estate.path("var/reports/" + RUN + "/coverage.csv")))
                .contains("own/prices")
                .doesNotContain("skipped");
    }

    @Test
    void leavesTablesAloneThatItsManagerHasNotMade() throws Exception {
        Estate estate = Estate.small(folder.resolve("early"));
        estate.write("config/application.yaml", "audit:\n" + Cluster.ownBroker() + server.settings(estate, "early"));
        estate.write("broker-key", "0123456789abcdef0123456789abcdef\n");
        server.database("early");
        Command worker = estate.audit(
                "serve",
                "--role",
                "worker",
                "--port",
                "0",
                "--broker-key-file",
                estate.path("broker-key").toString());
        assertThat(worker.code()).isEqualTo(2);
        assertThat(worker.err()).contains("may not bring them up to date").doesNotContain("\tat ");
    }

    /** A run for which there is no worker waits for one, and can be stopped meanwhile. */
    private Run stoppedForWantOfWorkers(AuditContext manager) throws Exception {
        Operations operations = manager.get(Operations.class);
        Run run = operations.start(RunRequest.everything(), By.local(), Optional.empty());
        try (Connection look = server.as(Server.OWNER, "cluster");
                Statement statement = look.createStatement()) {
            while (!any(statement, "select 1 from cluster_share")) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        operations.stop(run.key(), By.local());
        operations.awaitIdle();
        assertThat(status(manager, run)).isEqualTo(RunStatus.OPEN);
        return run;
    }

    private static boolean any(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private static RunStatus status(AuditContext manager, Run run) {
        return manager.get(Runs.class).find(run.key()).orElseThrow().status();
    }

    /** What one process makes of it, with the same configuration, since reports name its hash. */
    private Map<String, String> alone(Estate estate) throws IOException, SQLException {
        server.database("cluster");
        Command alone = Command.audit(Clocked.class, estate.arguments("run"));
        assertThat(alone.code()).as(alone.err()).isEqualTo(1);
        Map<String, String> reports = Cluster.reports(estate.path("var"), RUN);
        Files.move(estate.path("var"), folder.resolve("var-alone"));
        server.sql("drop database cluster");
        server.database("cluster");
        return reports;
    }
}
