package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;

/** Real servers and a real database on this machine, shaped as MLflow's and Marquez's are documented. */
class TrackersTest {

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Answers requests for a path one after the other, the last for ever. */
    private void serve(String path, String... answers) {
        List<String> left = new ArrayList<>(List.of(answers));
        server.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (asked) {
                asked.add(exchange.getRequestURI() + " " + body + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
            }
            answer(exchange, 200, "application/json", left.size() > 1 ? left.remove(0) : left.get(0));
        });
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private CollectedUses ask(String tracker) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(ConfigFile.of(
                "collect.yaml", "hosts: [127.0.0.1]\ntrackers:\n  - {id: lab, " + tracker + ", timeout: PT1S}\n"));
        CollectSettings settings = CollectSettings.load(files, Fixtures.CATALOGUE, List.of(), faults);
        faults.throwIfAny();
        return new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, settings)
                .collectAll(List.of(), Map.of("TOKEN", "s3cret-token", "USER", "reader", "PASS", "s3cret")::get);
    }

    private static String run(String id, String lifecycle, String inputs) {
        return "{\"info\":{\"run_id\":\"" + id + "\",\"experiment_id\":\"7\",\"status\":\"FINISHED\","
                + "\"start_time\":1763657100000,\"lifecycle_stage\":\"" + lifecycle
                + "\"},\"data\":{\"tags\":[]},\"inputs\":{" + inputs + "}}";
    }

    private static String input(String name, String uri, String context) {
        return "{\"tags\":[{\"key\":\"mlflow.data.context\",\"value\":\"" + context + "\"}],\"dataset\":{\"name\":\""
                + name + "\",\"digest\":\"d\",\"source_type\":\"s3\",\"source\":\"{\\\"uri\\\": \\\"" + uri
                + "\\\"}\",\"schema\":\"{}\"}}";
    }

    @Test
    void readsAllPagesOfAnMlflowServerAndDeletedRunsToo() {
        serve(
                "/api/2.0/mlflow/experiments/search",
                "{\"experiments\":[{\"experiment_id\":\"7\",\"name\":\"credit\"}]}");
        serve(
                "/api/2.0/mlflow/runs/search",
                "{\"runs\":["
                        + run(
                                "r1",
                                "active",
                                "\"dataset_inputs\":["
                                        + input("crm", "s3://lake/crm/", "training") + ","
                                        + input("held-out", "s3://lake/held-out", "validation") + "]")
                        + "],\"next_page_token\":\"p2\"}",
                "{\"runs\":["
                        + run("r2", "deleted", "\"dataset_inputs\":[" + input("old", "s3://lake/old", "training") + "]")
                        + "," + run("r3", "active", "") + "],\"next_page_token\":\"\"}");

        CollectedUses found = ask("kind: mlflow, url: \"" + url() + "\", tokenEnv: TOKEN");

        assertThat(found.faults()).isEmpty();
        assertThat(found.whole()).isTrue();
        assertThat(found.observed())
                .extracting(
                        Use::dataset,
                        use -> use.facts()
                                .get("activity")
                                .map(fact -> fact.value().json().toString())
                                .orElse(""))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("s3://lake/crm", "[train-own]"),
                        org.assertj.core.groups.Tuple.tuple("s3://lake/held-out", "[evaluate]"),
                        org.assertj.core.groups.Tuple.tuple("s3://lake/old", "[train-own]"),
                        org.assertj.core.groups.Tuple.tuple("", "[train-own]"));
        assertThat(found.observed()).extracting(Use::training).containsOnly("lab/experiments/7");
        assertThat(asked).hasSize(3).allMatch(one -> one.endsWith("Bearer s3cret-token"));
        assertThat(asked.get(2)).contains("\"page_token\":\"p2\"");
    }

    @Test
    void readsTheEventsOfAMarquezServer() {
        String event =
                "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-20T01:00:00Z\",\"producer\":\"p\",\"schemaURL\":"
                        + "\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"1\"},\"job\":{\"namespace\":\"n\","
                        + "\"name\":\"fit.train\"},\"inputs\":[{\"namespace\":\"db\",\"name\":\"a\"}],\"outputs\":[]}";
        serve("/api/v1/events/lineage", "{\"events\":[" + event + "],\"totalCount\":1}");

        CollectedUses found = ask("kind: marquez, url: \"" + url() + "\"");

        assertThat(found.faults()).isEmpty();
        assertThat(found.observed()).extracting(Use::dataset).containsExactly("db/a");
    }

    /** It ignores from which event on it is asked, and so has always one more page. */
    @Test
    void comesToAnEndWhereAMarquezServerAnswersTheSamePageForEver() {
        String event =
                "{\"eventTime\":\"2026-11-20T01:00:00Z\",\"producer\":\"p\",\"schemaURL\":\"https://openlineage.io/x\","
                        + "\"run\":{\"runId\":\"1\"},\"job\":{\"namespace\":\"n\",\"name\":\"fit.train\"},"
                        + "\"inputs\":[{\"namespace\":\"db\",\"name\":\"a\"}],\"outputs\":[]}";
        serve("/api/v1/events/lineage", "{\"events\":[" + (event + ",").repeat(499) + event + "]}");

        CollectedUses found =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ask("kind: marquez, url: \"" + url() + "\""));

        assertThat(found.whole()).isFalse();
        assertThat(found.faults().get(0).message()).contains("goes round in circles");
        assertThat(found.observed()).extracting(Use::dataset).containsExactly("db/a");
    }

    @Test
    void saysWhyAServerDidNotTellEverything() throws Exception {
        server.createContext("/500", exchange -> answer(exchange, 500, "application/json", "{}"));
        server.createContext("/html", exchange -> answer(exchange, 200, "text/html", "<html>sign in</html>"));
        server.createContext("/cut", exchange -> answer(exchange, 200, "application/json", "{\"experiments\":["));
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://other.example/x");
            answer(exchange, 302, "application/json", "{}");
        });
        server.createContext("/slow", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });
        server.createContext("/silent", exchange -> await());
        serve("/round/api/2.0/mlflow/experiments/search", "{\"experiments\":[],\"next_page_token\":\"x\"}");
        server.createContext("/huge", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            try (java.io.OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 66; i++) {
                    out.write(blanks);
                }
            }
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", url() + "/500");
            answer(exchange, 307, "application/json", "{}");
        });
        server.createContext("/away-html", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://login.example/?token=s3cret-token");
            answer(exchange, 303, "text/html", "<html>s3cret</html>");
        });

        assertThat(faultOf("/500")).contains("expected status 200, but got 500");
        assertThat(faultOf("/html")).contains("expected JSON, but got content of type 'text/html'");
        assertThat(faultOf("/cut")).contains("not JSON");
        assertThat(faultOf("/away")).contains("it redirects to 'other.example', which isn't followed");
        assertThat(faultOf("/slow")).contains("no whole answer within 2 seconds");
        assertThat(faultOf("/silent")).contains("no answer (HttpTimeoutException)");
        assertThat(faultOf("/round")).contains("a page comes twice");
        assertThat(faultOf("/huge")).containsAnyOf("the answer has more than 67108864 bytes", "no whole answer within");
        assertThat(faultOf("/moved")).contains("which isn't followed");
        assertThat(faultOf("/away-html")).contains("it redirects to 'login.example', which isn't followed");
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String faultOf(String path) {
        CollectedUses found = ask("kind: mlflow, url: \"" + url() + path + "\", tokenEnv: TOKEN");
        assertThat(found.whole()).as(path).isFalse();
        assertThat(found.faults()).as(path).hasSize(1);
        String text = found.faults().get(0).text();
        assertThat(text).doesNotContain("s3cret");
        return text;
    }

    @Test
    void asksNoHostThatIsNotOnTheListAndSendsNoSecretInTheClear() {
        for (String url : List.of(
                "https://elsewhere.example",
                "http://user:s3cret@127.0.0.1/",
                "file:///etc/passwd",
                "jdbc:postgresql://db.example/mlflow")) {
            CollectedUses found =
                    ask("kind: " + (url.startsWith("jdbc") ? "mlflow-sql" : "mlflow") + ", url: \"" + url + "\"");
            assertThat(found.whole()).as(url).isFalse();
            assertThat(found.faults()).as(url).hasSize(1);
        }
        assertThat(ask("kind: mlflow, url: \"https://127.0.0.1:1\", tokenEnv: NOBODY_SET_IT")
                        .faults())
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("the environment has no variable 'NOBODY_SET_IT'");
        assertThat(ask("kind: mlflow-sql, url: \"jdbc:postgresql://127.0.0.1/x?socketFactory=Evil\"")
                        .faults())
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("without parameters");
    }

    @Test
    void takesSecretsFromFilesAndTellsWhereOneIsMissing() throws Exception {
        serve("/api/v1/events/lineage", "{\"events\":[],\"totalCount\":0}");
        Path token = Files.writeString(folder.resolve("token"), "s3cret-file\n");

        assertThat(ask("kind: marquez, url: \"" + url() + "\", tokenFile: " + token)
                        .whole())
                .isTrue();
        assertThat(asked).singleElement().asString().endsWith("Bearer s3cret-file");

        CollectedUses found =
                ask("kind: marquez, url: \"" + url() + "\", tokenFile: " + folder.resolve("no-such-token"));
        assertThat(found.whole()).isFalse();
        assertThat(found.faults())
                .extracting(Fault::message)
                .containsExactly("the file with the secret can't be read or is empty; put the secret in it");
        assertThat(asked).as("nobody is asked without it").hasSize(1);
    }

    /** A secret that somebody writes into the file itself is no setting, so that it isn't kept there. */
    @Test
    void hasNoPlaceForASecretInItsOwnFile() {
        Faults faults = new Faults();
        CollectSettings.load(
                ConfigFiles.of(ConfigFile.of(
                        "collect.yaml",
                        "trackers:\n  - {id: lab, kind: mlflow, url: \"https://a.example\", token: s3cret}\n")),
                Fixtures.CATALOGUE,
                List.of(),
                faults);

        assertThat(faults.text()).contains("token");
    }
}
