package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.trail.TrailReader;
import serving.Clocked;

/** Who may come in to a serving program, and what it says to whom. */
class ServeTest {

    @TempDir
    static Path folder;

    private static Estate estate;
    private static Served served;

    @BeforeAll
    static void serve() {
        Clocked.set("2026-11-21T03:00:00Z");
        estate = Estate.small(folder);
        served = Served.of(estate);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void opensNothingButTheDoorWithoutSigningIn() {
        HttpResponse<String> door = served.person().get("/sign-in");
        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(door.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(door.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(door.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(served.person().get("/").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        assertThat(served.person().get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"configuration\",\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(anonymous("/api/v1/runs").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/heapdump",
                "/actuator/env",
                "/actuator/prometheus",
                "/actuator",
                "/h2-console",
                "/swagger-ui",
                "/v3/api-docs",
                "/actuator/health/db"
            })
    void hidesWhatDiagnosesTheProgram(String path) {
        assertThat(anonymous(path).statusCode()).isIn(302, 401, 404);
        if (!path.endsWith("prometheus")) {
            assertThat(served.get("admin", path).statusCode()).isIn(302, 403, 404);
        }
    }

    @Test
    void countsForPrometheusWhereAnAccountAsks() {
        assertThat(served.get("auditor-1", "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void letsPeopleInByFormAndOutAgain() {
        Served.Person person = served.person("auditor-1");
        assertThat(person.get("/runs").statusCode()).isEqualTo(200);
        String token = person.token("/runs");
        assertThat(person.post("/sign-out", "", token).statusCode()).isEqualTo(302);
        assertThat(person.get("/runs").statusCode())
                .as("the old cookie opens nothing")
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"auditor-1, 403", "dpo-1, 403", "operator-1, 409", "admin, 409"})
    void letsOnlyOperatorsStopRuns(String account, int status) {
        served.call("operator-1", "POST", "/api/v1/runs", "{}");
        await();
        HttpResponse<String> answer =
                served.call(account, "POST", "/api/v1/runs/manual/2026-11-21/1/stop", "{\"reason\":\"a test\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
    }

    @Test
    void startsNothingWithoutATokenOrByGet() {
        Served.Person operator = served.person("operator-1");
        int before = served.get("auditor-1", "/api/v1/runs").body().length();
        assertThat(operator.post("/runs", "reason=x", "").statusCode()).isEqualTo(403);
        assertThat(operator.get("/runs/start").statusCode()).isEqualTo(404);
        assertThat(served.call("operator-1", "PUT", "/api/v1/runs", "{}").statusCode())
                .isEqualTo(405);
        assertThat(served.get("auditor-1", "/api/v1/runs").body()).hasSize(before);
    }

    @Test
    void endsTheSessionOfAnAccountThatWasShut() {
        Accounts accounts = served.context.get(Accounts.class);
        Served.Person person = served.person("dpo-2");
        accounts.setEnabled("dpo-2", false);
        assertThat(person.get("/runs").statusCode()).isEqualTo(302);
        assertThat(served.get("dpo-2", "/api/v1/runs").statusCode()).isEqualTo(401);
        accounts.setEnabled("dpo-2", true);
    }

    @Test
    void slowsDownWhoeverGuesses() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(attempt("no-such-person", "wrong password " + i).statusCode());
        }
        assertThat(answers).startsWith(401).endsWith(429).doesNotContain(200);
        Clocked.pass(Duration.ofHours(1));
        assertThat(attempt("dpo-1", Served.PASSWORD).statusCode()).isEqualTo(200);
        served.context.get(AccessTrail.class).flush();
        served.context.get(TrailCare.class).publish();
        assertThat(entries())
                .as("once a minute, and no name that nobody has")
                .noneMatch(entry -> entry.contains("no-such-person") || entry.contains("wrong password"))
                .anyMatch(entry -> entry.contains("\"action\":\"sign-in\"") && entry.contains("\"actor\":\"unknown\""));
    }

    private static List<String> entries() {
        TrailReader reader = TrailReader.of(estate.path("var/trail"));
        List<String> entries = new ArrayList<>();
        reader.entries(reader.checkpoint().checkpoint().size())
                .forEach(entry -> entries.add(entry.body().toString()));
        return entries;
    }

    private static HttpResponse<String> anonymous(String path) {
        return Served.send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(served.base.resolve(path)).build());
    }

    private static HttpResponse<String> attempt(String account, String password) {
        return Served.send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(served.base.resolve("/api/v1/runs"))
                        .header("Authorization", Served.basic(account, password))
                        .build());
    }

    /** Until no run is on. */
    private static void await() {
        while (served.get("auditor-1", "/api/v1/runs").body().contains("\"running\"")) {
            Thread.onSpinWait();
        }
    }
}
