package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.Meddled;
import crash.TlsCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import serving.Clocked;

/**
 * Nights in which manager, workers and broker are killed, frozen and restarted at random, and messages lost, doubled, mixed up,
 * replayed and forged; every other night over TLS: each ends by itself with the reports of one undisturbed process. For the soak profile; a seed decides
 * what is done, the machine when it strikes.
 */
@EnabledIfSystemProperty(named = "audit.cluster.nights", matches = "[1-9][0-9]*")
class ClusterStormTest {

    private static final int NIGHTS = Integer.getInteger("audit.cluster.nights", 1);
    private static final int BLOWS = Integer.getInteger("audit.cluster.blows", 12);
    private static final long SEED = Long.getLong("audit.cluster.seed", 20_261_122L);
    private static final int WORKERS = 2;
    private static final int MINUTES = 20;
    private static final String RUN = "manual_2026-11-21_1";

    @TempDir
    Path folder;

    private final List<Process> workers = new ArrayList<>();
    private final Map<String, Integer> struck = new java.util.TreeMap<>();
    private Process manager;

    @Test
    void endsWithTheReportsOfOneProcessWhateverStrikes() throws Exception {
        try (Server server = Server.start()) {
            for (int night = 0; night < NIGHTS; night++) {
                System.out.println("night " + night + " of seed " + (SEED + night));
                storm(server, night, new Random(SEED + night));
            }
        }
        System.out.println("struck: " + struck);
    }

    private void storm(Server server, int night, Random dice) throws Exception {
        String database = "storm" + night;
        Path place = Files.createDirectory(folder.resolve("night-" + night));
        Estate estate = estate(place.resolve("estate"), 24, 3_000, 120);
        int broker = Cluster.freePort();
        Optional<TlsCertificate> certificate =
                night % 2 == 0 ? Optional.of(TlsCertificate.make(place, "ip:127.0.0.1")) : Optional.empty();
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
        Map<String, String> wanted = alone(server, estate, database, place);
        int port = Cluster.freePort();
        try (Meddled meddled = new Meddled(broker, certificate);
                Cluster cluster = new Cluster(place, estate);
                Connection look = server.as(Server.OWNER, database)) {
            manager = cluster.manager(port);
            // Workers end at once where the tables aren't there yet, which the manager makes before it answers.
            start(port);
            for (int i = 0; i < WORKERS; i++) {
                workers.add(cluster.worker(0));
            }
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            for (int blow = 0; status(look).equals("open"); blow++) {
                assertThat(System.nanoTime()).as(cluster.said()).isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(500 + dice.nextInt(2_500));
                if (blow < BLOWS) {
                    strike(dice, cluster, meddled, port);
                }
            }
            assertThat(status(look)).as(cluster.said()).isEqualTo("complete");
            assertThat(Cluster.reports(estate.path("var"), RUN)).isEqualTo(wanted);
            String key = vkey(port);
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key);
            assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
            workers.clear();
        }
    }

    private Estate estate(Path root, int datasets, int rows, int uses) {
        Estate estate = Estate.small(root);
        Random dice = new Random(1);
        List<String> names = new ArrayList<>(List.of("patients", "prices", "broken"));
        for (int i = 0; i < datasets; i++) {
            StringBuilder csv = new StringBuilder("id,name,email,diagnosis\n");
            for (int row = 0; row < rows; row++) {
                csv.append(row + ",Ann Lee,p" + dice.nextInt(9_000) + "@example.com,asthma\n");
            }
            estate.write("data/d" + i + ".csv", csv.toString());
            names.add("d" + i);
        }
        estate.sources(names.toArray(String[]::new));
        StringBuilder register = new StringBuilder(
                "use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,identifiability\n");
        for (int use = 0; use < uses; use++) {
            register.append("u" + use + ",own/" + names.get(use % names.size()) + ",m" + use % 5
                    + ",private,JP,JP,train-own,contact,identified\n");
        }
        estate.write("data/register.csv", register.toString());
        return estate;
    }

    private static Map<String, String> alone(Server server, Estate estate, String database, Path place)
            throws IOException, SQLException {
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
        int victim = dice.nextInt(WORKERS);
        switch (dice.nextInt(6)) {
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

    private static String status(Connection look) throws SQLException {
        try (Statement statement = look.createStatement();
                ResultSet row = statement.executeQuery("select status from nightly_run")) {
            return row.next() ? row.getString(1) : "open";
        }
    }

    private static void start(int port) throws InterruptedException {
        while (!call(port, "POST", "/api/v1/runs", "{}").startsWith("202")) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static String vkey(int port) throws InterruptedException {
        String answer = "";
        while (!answer.startsWith("200")) {
            TimeUnit.SECONDS.sleep(1);
            answer = call(port, "GET", "/api/v1/runs/manual/2026-11-21/1/result", "");
        }
        return answer.replaceFirst("(?s).*\"vkey\":\"([^\"]+)\".*", "$1");
    }

    private static String call(int port, String method, String path, String body) throws InterruptedException {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Authorization", Served.basic("admin", Served.PASSWORD))
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            return answer.statusCode() + answer.body();
        } catch (IOException e) {
            return "";
        }
    }
}
