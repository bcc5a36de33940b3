package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.use.LineageIntake;
import serving.Clocked;
import tools.jackson.databind.json.JsonMapper;

/** The OpenLineage project's own client sends to {@code audit serve}, and the next run knows of the use. */
class LineageApiTest {

    private static final String PATH = "/api/v1/lineage";
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 20, 1, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID RUN = UUID.fromString("0198a9c1-0000-7000-8000-000000000002");

    @TempDir
    static Path folder;

    private static Served served;

    private final OpenLineage ol = new OpenLineage(URI.create("https://example.jp/scheduler"));

    @BeforeAll
    static void serve() {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        estate.write(
                "config/collect.yaml",
                "identity: {datasets: [{name: \"s3://lake/patients\", dataset: own/patients}]}\n");
        served = Served.of(estate);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private RunEvent event(EventType type, int hour) {
        OpenLineage.JobFacets facets = ol.newJobFacetsBuilder()
                .jobType(ol.newJobTypeJobFacet("BATCH", "SPARK", "TRAINING"))
                .build();
        return ol.newRunEvent(
                TIME.plusHours(hour),
                type,
                ol.newRun(RUN, null),
                ol.newJob("spark", "risk.fit", facets),
                type == EventType.START ? List.of() : List.of(ol.newInputDataset("s3://lake", "patients", null, null)),
                List.of());
    }

    private static HttpConfig config(String password) {
        HttpConfig config = new HttpConfig();
        config.setUrl(served.base);
        config.setCompression(HttpConfig.Compression.GZIP);
        ApiKeyTokenProvider key = new ApiKeyTokenProvider();
        key.setApiKey(Served.basic("spark-1", password).substring("Basic ".length()));
        config.setAuth(key);
        return config;
    }

    /** Its closing may say that it was interrupted, so that it isn't left to the end of a block. */
    private static void emit(HttpConfig config, RunEvent... events) throws Exception {
        OpenLineageClient client =
                OpenLineageClient.builder().transport(new HttpTransport(config)).build();
        for (RunEvent event : events) {
            client.emit(event);
        }
        client.close();
    }

    private static HttpResponse<String> post(String account, String type, String body) {
        return Served.send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(served.base.resolve(PATH))
                        .header("Authorization", Served.basic(account, Served.PASSWORD))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static long kept() throws IOException {
        Path waiting = folder.resolve("var/lineage/waiting");
        if (!Files.isDirectory(waiting)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(waiting)) {
            return files.count();
        }
    }

    @Test
    void tellsTheNextRunOfAUseThatNobodyDeclared() throws Exception {
        // The end comes before the beginning, and twice.
        emit(config(Served.PASSWORD), event(EventType.COMPLETE, 1), event(EventType.COMPLETE, 1));
        HttpConfig byName = config(Served.PASSWORD);
        byName.setAuth(null);
        byName.setHeaders(Map.of("Authorization", Served.basic("spark-1", Served.PASSWORD)));
        emit(byName, event(EventType.START, 0));

        HttpResponse<String> started = served.call("operator-1", "POST", "/api/v1/runs", "{}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        served.context.get(Operations.class).awaitIdle();

        var uses = JsonMapper.shared()
                .readTree(served.get("auditor-1", "/api/v1/uses?limit=50").body())
                .path("items");
        assertThat(uses)
                .filteredOn(use -> use.path("use").asString().startsWith("seen-"))
                .singleElement()
                .satisfies(use -> assertThat(use.toString()).contains("own/patients", "spark/risk.fit"));
        assertThat(folder.resolve("var/lineage/events-000001.jsonl")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auditor-1  | application/json     | []                  | 403 | role may not
            admin      | application/json     | []                  | 403 | role may not
            spark-1    | text/plain           | []                  | 415 | expected one of
            spark-1    | application/json     | {"job":¶  {"a" 1}}  | 400 | body:2:8: not JSON
            spark-1    | application/x-ndjson | {"a":1}¶{"a":2}     | 400 | body:1:1: this is no OpenLineage event
            """)
    void refusesWithReasonAndPlace(String account, String type, String body, int status, String told)
            throws IOException {
        long before = kept();
        HttpResponse<String> answer = post(account, type, body.replace('¶', '\n'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(answer.body()).contains(told);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLargeAlsoWhenItIsPacked() throws IOException {
        assertThat(post("spark-1", "application/json", " ".repeat(LineageIntake.LARGEST + 1))
                        .statusCode())
                .isEqualTo(413);
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(" ".repeat(LineageIntake.LARGEST + 1).getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = Served.send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(served.base.resolve(PATH))
                        .header("Authorization", Served.basic("spark-1", Served.PASSWORD))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    }

    /** A collector sees nothing, and a key opens no other door than the account's password does. */
    @Test
    void letsACollectorDoNothingElse() {
        assertThat(served.get("spark-1", "/api/v1/uses").statusCode()).isEqualTo(403);
        assertThat(served.call("spark-1", "POST", "/api/v1/runs", "{}").statusCode())
                .isEqualTo(403);
        HttpRequest.Builder request = HttpRequest.newBuilder(served.base.resolve(PATH))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[]"));
        for (String wrong : List.of("Bearer x", "Bearer " + "c3BhcmstMTp3cm9uZw==", "Negotiate x")) {
            assertThat(Served.send(
                                    HttpClient.newHttpClient(),
                                    request.copy()
                                            .header("Authorization", wrong)
                                            .build())
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(Served.send(HttpClient.newHttpClient(), request.build()).statusCode())
                .isEqualTo(401);
    }
}
