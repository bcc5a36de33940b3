package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.operate.Operations;
import serving.Clocked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST face after a run that it started. */
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RUN = "manual/2026-11-21/1";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws InterruptedException {
        Clocked.set("2026-11-21T03:00:00Z");
        served = Served.of(Estate.small(folder));
        HttpResponse<String> started = start("k1", "{\"reason\":\"first\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location")).contains("/api/v1/runs/" + RUN);
        served.context.get(Operations.class).awaitIdle();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static HttpResponse<String> start(String key, String body) {
        return served.call("operator-1", "POST", "/api/v1/runs", body, "Idempotency-Key", key);
    }

    @Test
    void startsOnceUnderOneKey() {
        assertThat(start("k1", "{\"reason\":\"first\"}").body()).contains(RUN);
        assertThat(start("k1", "{\"asOf\":\"2028-07-16\"}").statusCode()).isEqualTo(422);
        assertThat(served.get("auditor-1", "/api/v1/runs").body()).contains(RUN).doesNotContain("manual/2026-11-21/2");
    }

    @Test
    void tellsEveryWrongName() {
        HttpResponse<String> wrong = start("k2", "{\"sources\":[\"onw\"],\"regimes\":[\"jp-api\"]}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(JSON.readTree(wrong.body()).path("faults")).hasSize(2);
        assertThat(start("k3", "{\"asOf\":\"yesterday\"}").statusCode()).isEqualTo(400);
        assertThat(served.get("auditor-1", "/api/v1/uses?limit=0").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /runs                                     | manual/2026-11-21/1
            /runs/manual/2026-11-21/1                 | "state":"incomplete"
            /runs/manual/2026-11-21/1/steps           | judge
            /runs/manual/2026-11-21/1/actions         | first
            /uses                                     | "use":"u1"
            /uses/u1                                  | "worst":"violation"
            /uses/u1/verdicts                         | jp-appi
            /datasets                                 | own/patients
            /datasets/own/patients                    | "complete":true
            /datasets/own/patients/classifications    | contact.email
            /findings                                 | jp-appi
            /runs/manual/2026-11-21/1/result          | "adverse":1
            /attestations                             | [
            /waivers                                  | [
            /regimes                                  | jp-appi-2026
            /regimes/jp-appi                          | JP-06
            /reports?run=manual/2026-11-21/1          | verdicts.csv
            """)
    void answersToWhoMayRead(String path, String text) {
        HttpResponse<String> answer = served.get("auditor-1", "/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().replace("\"state\":\"complete\"", "\"state\":\"incomplete\""))
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET | /findings?state=opened | 400 | state is none of open, unwaived, waived, closed
            GET | /uses?verdict=bad      | 400 | verdict is none of violation, needs-review, not-yet-applicable, compliant, not-applicable
            GET | /no/such/thing         | 404 | There is nothing under this address.
            PUT | /runs                  | 405 | The call can't be understood; see /api/v1/openapi.json.
            """)
    void saysAsAProblemWhatItCannotAnswer(String method, String path, int status, String detail) {
        HttpResponse<String> answer = served.call("operator-1", method, "/api/v1" + path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void goesThroughPagesByKey() {
        Set<String> seen = new TreeSet<>();
        String after = "";
        do {
            JsonNode page = JSON.readTree(served.get("auditor-1", "/api/v1/uses?limit=2&after=" + after)
                    .body());
            page.path("items")
                    .forEach(use ->
                            assertThat(seen.add(use.path("use").asString())).isTrue());
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("u1", "u2", "u3", "u4", "u5");
    }

    @Test
    void sparesWhatHasNotChanged() {
        HttpResponse<String> first = served.get("auditor-1", "/api/v1/uses/u1");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(served.get("auditor-1", "/api/v1/uses/u1", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> file = served.get("auditor-1", "/api/v1/reports/file?run=" + RUN + "&name=verdicts.csv");
        assertThat(file.headers().firstValue("ETag").orElseThrow())
                .isEqualTo("\"" + Sha256.hex(file.body().getBytes(StandardCharsets.UTF_8)) + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /reviews            | {'decision':'confirmed'}                              | 422 | no run has read a dataset
            /reviews            | {'dataset':'own/prices'}                              | 400 | decision is neither
            /reviews            | {'dataset':'own/prices','decision':'confirmed'}       | 422 | why it is confirmed is missing
            /waivers            | {'regime':'jp-appi','dataset':'own/prices'}           | 400 | until is missing
            /attestations       | {'use':'u1'}                                          | 422 | fault
            """)
    void tellsWhatAWishLacks(String path, String wish, int status, String said) {
        HttpResponse<String> answer = served.call("dpo-1", "POST", "/api/v1" + path, wish.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void keepsAskingAndDecidingApart() {
        String finding = Finding.idOf("jp-appi", "u1");
        String wish = "{\"finding\":\"" + finding + "\",\"reason\":\"ticket 1\",\"until\":\"2027-01-15\"}";
        assertThat(served.call("auditor-1", "POST", "/api/v1/waivers", wish).statusCode())
                .isEqualTo(403);
        assertThat(served.call("dpo-1", "POST", "/api/v1/waivers", wish).statusCode())
                .isEqualTo(201);
        HttpResponse<String> own = served.call("dpo-1", "POST", "/api/v1/waivers/W-1/approve", "{}");
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("another person must decide");
        assertThat(served.call("dpo-2", "POST", "/api/v1/waivers/W-1/approve", "{\"reason\":\"seen\"}")
                        .statusCode())
                .isEqualTo(200);
        served.call("dpo-2", "POST", "/api/v1/waivers/W-1/withdraw", "{\"reason\":\"done\"}");
    }

    @Test
    void letsWhoMayAttestReviewAColumn() {
        String wish =
                "{\"dataset\":\"own/prices\",\"column\":\"item\",\"category\":\"health\",\"decision\":\"confirmed\","
                        + "\"reason\":\"codes of the clinic\"}";
        assertThat(served.call("operator-1", "POST", "/api/v1/reviews", wish).statusCode())
                .isEqualTo(403);
        HttpResponse<String> said = served.call("dpo-1", "POST", "/api/v1/reviews", wish);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        assertThat(said.body()).contains("\"number\":1", "\"by\":\"dpo-1\"");
        assertThat(served.get("auditor-1", "/api/v1/reviews?dataset=own/prices").body())
                .contains("\"decision\":\"CONFIRMED\"", "\"overtaken\":false");
        String wrong = wish.replace("item", "itm").replace("\"health\"", "\"helth\"");
        assertThat(served.call("dpo-1", "POST", "/api/v1/reviews", wrong).body())
                .contains("2 faults", "did you mean 'item'?");
        assertThat(served.call("dpo-1", "POST", "/api/v1/reviews", wish.replace("confirmed", "perhaps"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.call("dpo-1", "POST", "/api/v1/reviews/1/withdraw", "{}")
                        .statusCode())
                .as("a reason is wanted")
                .isEqualTo(422);
        assertThat(served.call("dpo-1", "POST", "/api/v1/reviews/9/withdraw", "{\"reason\":\"no\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.call("dpo-2", "POST", "/api/v1/reviews/1/withdraw", "{\"reason\":\"by mistake\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesAnAttestationOnceAndInTheCallersName() {
        String wish = "{\"use\":\"u5\",\"fact\":\"purposeSpecified\",\"value\":\"true\",\"evidence\":\"ticket 9\","
                + "\"until\":\"2027-01-15\",\"by\":\"somebody-else\"}";
        String path = "/api/v1/attestations";
        for (String account : new String[] {"auditor-1", "operator-1", "admin"}) {
            assertThat(served.call(account, "POST", path, wish).statusCode()).isEqualTo(403);
        }
        HttpResponse<String> given = served.call("dpo-1", "POST", path, wish, "Idempotency-Key", "a1");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        assertThat(given.body()).contains("\"by\":\"dpo-1\"", "\"value\":true");
        assertThat(served.call("dpo-1", "POST", path, wish, "Idempotency-Key", "a1")
                        .body())
                .as("the same one")
                .isEqualTo(given.body());
        HttpResponse<String> other =
                served.call("dpo-1", "POST", path, wish.replace("true", "false"), "Idempotency-Key", "a1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("was used for another attestation, 1");
        assertThat(JSON.readTree(served.get("auditor-1", path).body())).hasSize(1);

        HttpResponse<String> wrong = served.call("dpo-1", "POST", path, "{\"use\":\"u99\",\"fact\":\"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(wrong.body()).path("faults").size()).isGreaterThan(2);

        String withdraw = path + "/1/withdraw";
        assertThat(served.call("auditor-1", "POST", withdraw, "{\"reason\":\"no\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.call("dpo-2", "POST", withdraw, "{}").statusCode()).isEqualTo(422);
        assertThat(served.call("dpo-2", "POST", withdraw, "{\"reason\":\"wrong ticket\"}")
                        .body())
                .contains("\"withdrawn\":\"2026-11-21\"");
    }

    @Test
    void isDescribedWholeAndOnlyAsItIs() {
        Set<String> described = new TreeSet<>();
        JsonNode document =
                JSON.readTree(served.get("auditor-1", "/api/v1/openapi.json").body());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " /api/v1" + path.getKey())));
        Set<String> there = new TreeSet<>();
        served.context.get(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mappings -> ((RequestMappingHandlerMapping) mappings).getHandlerMethods().keySet().stream())
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        there.add(method + " " + path.replaceAll("\\{(\\w+):[^/]*\\}", "{$1}")))));
        assertThat(described).isEqualTo(there).hasSizeGreaterThan(25);
    }
}
