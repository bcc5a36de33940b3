package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.Meddled;
import crash.TlsCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import serving.Clocked;

/**
 * Nights in which manager, workers, broker and database are killed, frozen and restarted at random, and messages lost, doubled,
 * mixed up, replayed and forged; every other night over TLS: each ends by itself with the reports of one undisturbed process. What
 * has ended itself, as it does when it loses the database, is started again, as the system would. A seed decides what is done,
 * the machine when it strikes. In each build one night with one restart of the database, many with many blows in the soak profile.
 */
class ClusterStormTest {

    private static final int NIGHTS = Integer.getInteger("audit.cluster.nights", 1);
    private static final int WORKERS = Integer.getInteger("audit.cluster.workers", 2);
    private static final int BLOWS = Integer.getInteger("audit.cluster.blows", 12);
    private static final long SEED = Long.getLong("audit.cluster.seed", 20_261_122L);
    private static final int MINUTES = 20;
    private static final int LOST = 3;
    private static final int NOT_THERE = 2;
    private static final String RUN = "manual_2026-11-21_1";

    @TempDir
    Path folder;

    private final List<Process> workers = new ArrayList<>();
    private final Map<String, Integer> struck = new TreeMap<>();
    private Process manager;
    private Path files;
    private Server server;

    /**
     * How much there is to do and who does it.
     *
     * @param blows how often it strikes; once: the database, as soon as a share of a step that the dice name is worked on
     */
    private record Weather(int workers, int datasets, int rows, int uses, int blows, boolean encrypted) {}

    @BeforeEach
    void startServer(@TempDir Path kept) throws IOException, SQLException {
        files = kept.resolve("server");
        server = Server.in(files);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "audit.cluster.nights", matches = "[1-9][0-9]*")
    void endsWithTheReportsOfOneProcessThoughTheDatabaseIsRestarted() throws Exception {
        storm("sample", new Weather(1, 0, 0, 0, 1, false), new Random(SEED));
        assertThat(struck).hasSize(1);
    }

    @Test
    @EnabledIfSystemProperty(named = "audit.cluster.nights", matches = "[1-9][0-9]*")
    void endsWithTheReportsOfOneProcessWhateverStrikes() throws Exception {
        for (int night = 0; night < NIGHTS; night++) {
            System.out.println("night " + night + " of seed " + (SEED + night));
            storm(
                    "storm" + night,
                    new Weather(WORKERS, 24, 3_000, 120, BLOWS, night % 2 == 0),
                    new Random(SEED + night));
        }
        System.out.println("struck: " + struck);
    }

    private void storm(String database, Weather weather, Random dice) throws Exception {
        Path place = Files.createDirectory(folder.resolve(database));
        Estate estate = estate(place.resolve("estate"), weather);
        int broker = Cluster.freePort();
        Optional<TlsCertificate> certificate =
                weather.encrypted ? Optional.of(TlsCertificate.make(place, "ip:127.0.0.1")) : Optional.empty();
        String url = certificate
                .map(made -> "'ssl://127.0.0.1:" + broker + "', trust: " + made.alone())
                .orElse("'tcp://127.0.0.1:" + broker + "'");
        estate.write("broker-password", Meddled.PASSWORD + "\n");
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 5}\n  broker: {url: " + url
                        + ", user: " + Meddled.USER + ", password-file: " + estate.path("broker-password")
                        + ", shares: 6, silence-seconds: 5, patience-seconds: 900}\n"
                        + server.settings(estate, database));
        Map<String, String> wanted = alone(estate, database, place);
        int port = Cluster.freePort();
        try (Meddled meddled = new Meddled(broker, certificate);
                Cluster cluster = new Cluster(place, estate)) {
            if (weather.blows == 1) {
                cluster.quicken();
            }
            manager = cluster.manager(port);
            // Workers end at once where the tables aren't there yet, which the manager makes before it answers.
            Manager.start(port);
            for (int i = 0; i < weather.workers; i++) {
                workers.add(cluster.worker(0));
            }
            if (weather.blows == 1) {
                restartDuring(dice.nextBoolean() ? "scanShare" : "judgeShare", database, dice);
            }
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            for (int blow = 1; status(database).equals("open"); blow++) {
                assertThat(System.nanoTime()).as(cluster.said()).isLessThan(deadline);
                revive(cluster, port);
                TimeUnit.MILLISECONDS.sleep(500 + dice.nextInt(2_500));
                if (blow < weather.blows) {
                    strike(dice, cluster, meddled, port);
                }
            }
            assertThat(status(database)).as(cluster.said()).isEqualTo("complete");
            assertThat(Cluster.reports(estate.path("var"), RUN)).isEqualTo(wanted);
            String key = Manager.vkey(port);
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key);
            assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
            workers.clear();
        }
    }

    private Estate estate(Path root, Weather weather) {
        Estate estate = Estate.small(root);
        Random dice = new Random(1);
        List<String> names = new ArrayList<>(List.of("patients", "prices", "broken"));
        for (int i = 0; i < weather.datasets; i++) {
            StringBuilder csv = new StringBuilder("id,name,email,diagnosis\n");
            for (int row = 0; row < weather.rows; row++) {
                csv.append(row + ",Ann Lee,p" + dice.nextInt(9_000) + "@example.com,asthma\n");
            }
            estate.write("data/d" + i + ".csv", csv.toString());
            names.add("d" + i);
        }
        if (weather.uses == 0) {
            return estate;
        }
        estate.sources(names.toArray(String[]::new));
        StringBuilder register = new StringBuilder(
                "use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,identifiability\n");
        for (int use = 0; use < weather.uses; use++) {
            register.append("u" + use + ",own/" + names.get(use % names.size()) + ",m" + use % 5
                    + ",private,JP,JP,train-own,contact,identified\n");
        }
        estate.write("data/register.csv", register.toString());
        return estate;
    }

    private Map<String, String> alone(Estate estate, String database, Path place) throws IOException, SQLException {
        Clocked.set("2026-11-21T03:00:00Z");
        server.database(database);
        Command alone = Command.audit(Clocked.class, estate.arguments("run"));
        assertThat(alone.code()).as(alone.err()).isIn(0, 1);
        Map<String, String> reports = Cluster.reports(estate.path("var"), RUN);
        Files.move(estate.path("var"), place.resolve("var-alone"));
        server.sql("drop database " + database);
        server.database(database);
        return reports;
    }

    private void strike(Random dice, Cluster cluster, Meddled meddled, int port) throws Exception {
        int victim = dice.nextInt(workers.size());
        switch (dice.nextInt(7)) {
            case 0 -> {
                note("worker killed");
                workers.get(victim).destroyForcibly().waitFor();
                workers.set(victim, cluster.worker(0));
            }
            case 1 -> {
                note("worker frozen past its silence");
                signal(workers.get(victim), "STOP");
                TimeUnit.SECONDS.sleep(7);
                signal(workers.get(victim), "CONT");
            }
            case 2 -> {
                note("manager killed");
                manager.destroyForcibly().waitFor();
                manager = cluster.manager(port);
            }
            case 6 -> restartDatabase(dice);
            case 3 -> {
                note("broker restarted");
                meddled.restart();
            }
            case 4 -> {
                note("worker stopped in the usual way");
                workers.get(victim).destroy();
                workers.get(victim).waitFor(60, TimeUnit.SECONDS);
                workers.set(victim, cluster.worker(0));
            }
            default -> {
                note("messages doubled, mixed up, replayed and forged");
                meddled.meddle(dice);
            }
        }
    }

    private void note(String what) {
        System.out.println(what);
        struck.merge(what, 1, Integer::sum);
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private void restartDatabase(Random dice) throws IOException, InterruptedException {
        Server.Down how = dice.nextBoolean() ? Server.Down.FAST : Server.Down.IMMEDIATE;
        note("database restarted, " + how.name().toLowerCase(Locale.ROOT));
        server.restart(files, how);
    }

    private void restartDuring(String step, String database, Random dice) throws Exception {
        String working =
                "select 'yes' from batch_step_execution where status = 'STARTED' and step_name like '" + step + "%'";
        while (!one(database, working).equals("yes")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        restartDatabase(dice);
        assertThat(status(database)).isEqualTo("open");
    }

    /** Starts again what has ended itself because it lost the database, or didn't find it back yet; nothing ends otherwise. */
    private void revive(Cluster cluster, int port) throws IOException {
        for (int i = 0; i < workers.size(); i++) {
            if (hasEndedItself(workers.get(i), cluster)) {
                workers.set(i, cluster.worker(0));
            }
        }
        if (hasEndedItself(manager, cluster)) {
            manager = cluster.manager(port);
        }
    }

    private static boolean hasEndedItself(Process process, Cluster cluster) throws IOException {
        if (process.isAlive()) {
            return false;
        }
        assertThat(process.exitValue()).as(cluster.said()).isIn(LOST, NOT_THERE);
        return true;
    }

    private String status(String database) throws SQLException {
        String status = one(database, "select status from nightly_run");
        return status.isEmpty() ? "open" : status;
    }

    private String one(String database, String sql) throws SQLException {
        try (Connection look = server.as(Server.OWNER, database);
                Statement statement = look.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
