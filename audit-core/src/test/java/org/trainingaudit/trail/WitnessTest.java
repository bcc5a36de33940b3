package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log and a real witness over the loopback. */
class WitnessTest {

    private static final String NAME = "witness.example.com/w1";

    private final Path temp;
    private final LogInTest log;
    private WitnessServer server;

    WitnessTest(@TempDir Path temp) {
        this.temp = temp;
        this.log = new LogInTest(temp.resolve("var"));
    }

    @BeforeEach
    void begin() throws IOException {
        log.disk = new NoSync();
        Trail trail = log.open();
        log.record(trail, "nightly/2026-11-21", 300);
        trail.seal();
        server = start(trail.vkey());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        log.close();
    }

    private WitnessServer start(VerifierKey... logs) throws IOException {
        return WitnessServer.start(
                new WitnessServer.Settings(
                        NAME, temp.resolve("witness/key"), temp.resolve("witness/seen"), List.of(logs)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                log.clock);
    }

    private static URI url(InetSocketAddress address) {
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    private Trail witnessed(URI url, Duration timeout) {
        log.settings = new TrailSettings(
                Optional.empty(), Optional.empty(), List.of(new Witness(server.vkey(), url, timeout)));
        return log.open();
    }

    private Trail witnessed() {
        return witnessed(url(server.address()), Duration.ofSeconds(20));
    }

    private HttpResponse<String> ask(String request) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url(server.address()).resolve("/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofString(request))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String request(Trail trail, long old, long size) {
        return new String(
                WitnessRequest.text(
                        old,
                        trail.reader().consistency(Math.min(old, size), size),
                        trail.reader().checkpoint(size)),
                StandardCharsets.UTF_8);
    }

    @Test
    void cosignsEachNewCheckpointBeforeItIsPublished() {
        Trail trail = witnessed();
        log.record(trail, "nightly/2026-11-22", 5);
        SignedCheckpoint sealed = trail.seal();
        assertThat(sealed.cosignedBy(List.of(server.vkey())))
                .containsExactly(new Cosignature(NAME, log.clock.instant()));
        assertThat(trail.witnesses()).singleElement().satisfies(answer -> {
            assertThat(answer.cosigned()).isTrue();
            assertThat(answer.size()).isEqualTo(308);
        });
        log.record(trail, "nightly/2026-11-23", 300);
        log.clock.advance(Duration.ofDays(1));
        assertThat(trail.seal().cosignedBy(List.of(server.vkey()))).hasSize(1);

        VerifyReport report = TrailVerifier.verify(log.places.trail(), VerifyOptions.with(trail.vkey(), server.vkey()));
        assertThat(report.text()).contains(NAME).doesNotContain("claimed").endsWith("\nverified\n");
    }

    @Test
    void isTheQuorumThatAPolicyDemands() throws IOException {
        Path policy = Files.writeString(
                temp.resolve("policy"), "witness w1 " + server.vkey() + "\nquorum w1\n", StandardCharsets.UTF_8);
        Trail trail = witnessed();
        VerifyOptions options = VerifyOptions.with(trail.vkey()).policy(policy);
        assertThat(TrailVerifier.verify(log.places.trail(), options).exitCode()).isEqualTo(2);
        log.record(trail, "nightly/2026-11-22", 5);
        trail.seal();
        assertThat(TrailVerifier.verify(log.places.trail(), options).text()).endsWith("\nverified\n");
    }

    @Test
    void publishesWithoutAWitnessThatIsNotThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Trail trail = witnessed(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(5));
        log.record(trail, "nightly/2026-11-22", 5);
        assertThat(trail.seal().checkpoint().size()).isEqualTo(308);
        assertThat(trail.witnesses()).singleElement().satisfies(answer -> {
            assertThat(answer.cosigned()).isFalse();
            assertThat(answer.message()).startsWith("it did not answer: ");
        });
    }

    @Test
    void waitsNoLongerThanItsTimeForOneThatHangs() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Trail trail = witnessed(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(300));
            log.record(trail, "nightly/2026-11-22", 5);
            assertThat(trail.seal().checkpoint().size()).isEqualTo(308);
            assertThat(trail.witnesses().get(0).message()).contains("it did not answer");
        }
    }

    @Test
    void takesNoSignatureThatIsWrongOrAnothers() throws IOException {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            try (exchange) {
                String other = CraftedLog.KEY
                        .cosign(NAME, log.clock.instant(), "x\n1\ny\n")
                        .text();
                byte[] line = other.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, line.length);
                exchange.getResponseBody().write(line);
            }
        });
        liar.start();
        try {
            Trail trail = witnessed(url(liar.getAddress()), Duration.ofSeconds(20));
            log.record(trail, "nightly/2026-11-22", 5);
            assertThat(trail.seal().signatures()).isOne();
            assertThat(trail.witnesses().get(0).message()).contains("no signature under its name and key id");
        } finally {
            liar.stop(0);
        }
    }

    /** A checkpoint with more lines than anybody reads would end the log. */
    @Test
    void addsOneLineHoweverOftenItSigned() throws IOException {
        SigningKey key = SigningKey.read(temp.resolve("witness/key"));
        HttpServer chatty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chatty.createContext("/", exchange -> {
            try (exchange) {
                String text = WitnessRequest.parse(exchange.getRequestBody().readAllBytes())
                        .checkpoint()
                        .checkpoint()
                        .text();
                StringBuilder lines = new StringBuilder();
                for (int second = 0; second < 100; second++) {
                    lines.append(key.cosign(NAME, log.clock.instant().plusSeconds(second), text)
                            .text());
                }
                byte[] answer = lines.toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        chatty.start();
        try {
            Trail trail = witnessed(url(chatty.getAddress()), Duration.ofSeconds(20));
            log.record(trail, "nightly/2026-11-22", 5);
            assertThat(trail.seal().signatures()).isEqualTo(2);
            assertThat(trail.reader().checkpoint().cosignedBy(List.of(server.vkey())))
                    .hasSize(1);
        } finally {
            chatty.stop(0);
        }
    }

    @Test
    void saysWithWhatStatusItRefuses() throws Exception {
        Trail trail = log.open();
        log.record(trail, "nightly/2026-11-22", 5);
        trail.seal();
        String good = request(trail, 0, 302);
        assertThat(ask(good).statusCode()).isEqualTo(200);
        assertThat(ask(request(trail, 302, 302)).statusCode())
                .as("the same again")
                .isEqualTo(200);

        HttpResponse<String> stale = ask(good);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).isEqualTo("302\n");
        assertThat(stale.headers().firstValue("content-type")).contains("text/x.tlog.size");

        assertThat(ask(request(trail, 302, 308)).statusCode()).isEqualTo(200);
        assertThat(ask(request(trail, 302, 302)).statusCode()).as("set back").isEqualTo(409);
        assertThat(ask(good.replace("old 0", "old 308")).statusCode())
                .as("old beyond the checkpoint")
                .isEqualTo(400);

        for (String bad : List.of("", "old 308\n", "old x\n\n", "x".repeat(1000), "old 0308" + good.substring(5))) {
            assertThat(ask(bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(ask(good.replace("training-audit.local", "unknown.local")).statusCode())
                .isEqualTo(404);
        assertThat(ask("x".repeat(WitnessRequest.LARGEST + 1)).statusCode()).isEqualTo(413);
        HttpResponse<String> got = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url(server.address()).resolve("/add-checkpoint"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(got.statusCode()).isEqualTo(405);
    }

    @Test
    void refusesAForkAndAnUnsignedLog(@TempDir Path elsewhere) throws Exception {
        Trail trail = log.open();
        assertThat(ask(request(trail, 0, 302)).statusCode()).isEqualTo(200);
        log.record(trail, "nightly/2026-11-22", 5);
        trail.seal();
        String grown = request(trail, 302, 308);

        Checkpoint forked = new Checkpoint(trail.origin(), 308, Hash.of(new byte[] {1}));
        SigningKey key = SigningKey.read(log.places.keyFile());
        Map<Checkpoint, Integer> cases =
                Map.of(forked, 422, new Checkpoint(trail.origin(), 302, Hash.of(new byte[] {2})), 422);
        for (Map.Entry<Checkpoint, Integer> fork : cases.entrySet()) {
            SignedCheckpoint signed = CraftedLog.signed(fork.getKey(), key);
            List<Hash> proof =
                    fork.getKey().size() == 302 ? List.of() : trail.reader().consistency(302, 308);
            assertThat(ask(new String(WitnessRequest.text(302, proof, signed), StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(fork.getValue());
        }
        SignedCheckpoint foreign = CraftedLog.signed(trail.reader().checkpoint().checkpoint(), CraftedLog.NEW_KEY);
        assertThat(ask(new String(
                                WitnessRequest.text(302, trail.reader().consistency(302, 308), foreign),
                                StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask(grown).statusCode()).as("the true one still goes on").isEqualTo(200);
    }

    @Test
    void remembersOverARestart() throws Exception {
        Trail trail = log.open();
        assertThat(ask(request(trail, 0, 302)).statusCode()).isEqualTo(200);
        VerifierKey before = server.vkey();
        server.close();
        server = start(trail.vkey());
        assertThat(server.vkey()).isEqualTo(before);
        assertThat(ask(request(trail, 0, 302)).body()).isEqualTo("302\n");
    }

    @Test
    void signsNothingWithoutItsKeyOrWithADamagedMemory() throws Exception {
        Trail trail = log.open();
        String request = request(trail, 0, 302);
        assertThat(ask(request).statusCode()).isEqualTo(200);
        Path seen = temp.resolve("witness/seen");
        try (var files = Files.list(seen)) {
            Path memory = files.filter(file -> file.getFileName().toString().length() == 64)
                    .findFirst()
                    .orElseThrow();
            Files.writeString(memory, "half");
        }
        assertThat(ask(request).statusCode()).isEqualTo(500);
        server.close();
        Files.delete(temp.resolve("witness/key"));
        assertThatThrownBy(() -> start(trail.vkey())).hasMessageContaining("put the key back");
        Files.writeString(
                temp.resolve("witness/key"),
                new String(SigningKey.fresh(new SecureRandom()), StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> start(trail.vkey())).hasMessageContaining("chmod 600");
    }

    @Test
    void knowsWhomItIsAskedToTrust() {
        VerifierKey logKey = log.open().vkey();
        Duration time = Witness.USUAL_TIMEOUT;
        assertThatThrownBy(() -> new Witness(logKey, URI.create("http://w.example"), time))
                .hasMessageContaining("not a witness's");
        for (String url : List.of("file:///etc/passwd", "w.example", "http:///x", "http://w.example/?q")) {
            assertThatThrownBy(() -> new Witness(server.vkey(), URI.create(url), time))
                    .as(url)
                    .hasMessageContaining("where a witness listens");
        }
        assertThatThrownBy(() -> start(server.vkey())).hasMessageContaining("not a log's");
        assertThatThrownBy(this::start).hasMessageContaining("at least one log");
    }

    @Test
    void asksBelowThePathOfItsUrl() {
        Witness witness = new Witness(server.vkey(), URI.create("https://w.example/a/"), Duration.ofSeconds(1));
        assertThat(witness.addCheckpoint()).isEqualTo(URI.create("https://w.example/a/add-checkpoint"));
    }
}
