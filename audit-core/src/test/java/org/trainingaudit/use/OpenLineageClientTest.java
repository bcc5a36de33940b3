package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

/** The OpenLineage project's own client as the producer: what it writes to a file and sends over HTTP is what we read. */
class OpenLineageClientTest {

    private static final URI PRODUCER = URI.create("https://example.jp/scheduler");
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 20, 1, 0, 0, 0, ZoneOffset.UTC);

    private final OpenLineage ol = new OpenLineage(PRODUCER);

    @TempDir
    private Path folder;

    private OpenLineage.RunEvent masking() {
        OpenLineage.InputField mail = ol.newInputField(
                "warehouse",
                "crm",
                "mail",
                List.of(ol.newInputFieldTransformations("DIRECT", "TRANSFORMATION", "hash", true)));
        OpenLineage.InputField age = ol.newInputField("warehouse", "crm", "age", List.of());
        OpenLineage.ColumnLineageDatasetFacet columns = ol.newColumnLineageDatasetFacetBuilder()
                .fields(ol.newColumnLineageDatasetFacetFieldsBuilder()
                        .put(
                                "key",
                                ol.newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                                        .inputFields(List.of(mail))
                                        .build())
                        .put(
                                "age",
                                ol.newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                                        .inputFields(List.of(age))
                                        .build())
                        .build())
                .build();
        OpenLineage.DatasetFacets crm = ol.newDatasetFacetsBuilder()
                .ownership(ol.newOwnershipDatasetFacet(List.of(ol.newOwnershipDatasetFacetOwners("team:crm", "OWNER"))))
                .version(ol.newDatasetVersionDatasetFacet("v7"))
                .symlinks(ol.newSymlinksDatasetFacet(
                        List.of(ol.newSymlinksDatasetFacetIdentifiers("s3://lake", "crm", "TABLE"))))
                .tags(ol.newTagsDatasetFacet(
                        List.of(ol.newTagsDatasetFacetFields("consent", "withdrawn", "MANUAL", null))))
                .build();
        return ol.newRunEvent(
                TIME,
                EventType.COMPLETE,
                ol.newRun(UUID.fromString("0198a9c1-0000-7000-8000-000000000001"), null),
                ol.newJob("air", "mask", null),
                List.of(ol.newInputDataset("warehouse", "crm", crm, null)),
                List.of(ol.newOutputDataset(
                        "warehouse",
                        "features",
                        ol.newDatasetFacetsBuilder().columnLineage(columns).build(),
                        null)));
    }

    private OpenLineage.RunEvent training() {
        OpenLineage.JobFacets facets = ol.newJobFacetsBuilder()
                .jobType(ol.newJobTypeJobFacet("BATCH", "PYTHON", "TRAINING"))
                .tags(ol.newTagsJobFacet(List.of(ol.newTagsJobFacetFields("cloud.region", "us-east-1", "MANUAL"))))
                .build();
        return ol.newRunEvent(
                TIME.plusHours(1),
                EventType.COMPLETE,
                ol.newRun(UUID.fromString("0198a9c1-0000-7000-8000-000000000002"), null),
                ol.newJob("air", "rank", facets),
                List.of(ol.newInputDataset("warehouse", "features", null, null)),
                List.of(ol.newOutputDataset(
                        "models",
                        "ranker",
                        ol.newDatasetFacetsBuilder()
                                .datasetType(ol.newDatasetTypeDatasetFacet("MODEL", null))
                                .build(),
                        null)));
    }

    private CollectedUses collect(List<Path> documents) {
        Faults faults = new Faults();
        CollectSettings settings = CollectSettings.load(
                ConfigFiles.of(ConfigFile.of("collect.yaml", """
                tells:
                  - {tag: [cloud.region], tells: place, as: {us-east-1: US}}
                  - {tag: [consent], tells: consent}
                identity: {datasets: [{name: "s3://lake/crm", dataset: own/crm}]}
                """)), Fixtures.CATALOGUE, List.of("own/crm"), faults);
        faults.throwIfAny();
        return new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, settings).collectAll(documents);
    }

    private static void isWholeAndRight(CollectedUses found) {
        assertThat(found.faults()).isEmpty();
        assertThat(found.whole()).isTrue();
        Map<String, Map<String, String>> uses = new TreeMap<>();
        for (Use use : found.observed()) {
            Map<String, String> facts = new TreeMap<>();
            use.facts()
                    .all()
                    .forEach(fact -> facts.put(fact.name(), fact.value().json().toString()));
            uses.put(use.dataset(), facts);
        }
        assertThat(uses).containsOnlyKeys("own/crm", "warehouse/features");
        assertThat(uses.get("own/crm"))
                .containsEntry("activity", "[train-own]")
                .containsEntry(DerivedFacts.COLUMNS_USED, "[age]")
                .containsEntry(DerivedFacts.COLUMNS_USED_MASKED, "[mail]")
                .containsEntry(DerivedFacts.USED_THROUGH, "warehouse/features")
                .containsEntry(DerivedFacts.TRAINING_LOCATION_OBSERVED, "[US]")
                .containsEntry(DerivedFacts.CONSENT_OBSERVED, "[withdrawn]")
                .containsEntry(DerivedFacts.DATASET_OWNERS_OBSERVED, "[team:crm]")
                .containsEntry(DerivedFacts.DATASET_VERSIONS_OBSERVED, "[v7]");
    }

    @Test
    void isReadFromTheFileThatItWrites() throws Exception {
        Path file = folder.resolve("events.jsonl");
        emit(new FileTransport(new FileConfig(file.toString())), masking(), training(), training());

        isWholeAndRight(collect(List.of(file)));
    }

    @Test
    void isTakenInWhereItSends() throws Exception {
        LineageIntake intake = new LineageIntake(folder.resolve("inbox"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/lineage", exchange -> {
            int status = intake.take(exchange.getRequestBody()).kept() ? 201 : 400;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            HttpConfig config = new HttpConfig();
            config.setUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            emit(new HttpTransport(config), training(), masking(), masking());
        } finally {
            server.stop(0);
        }

        List<Path> kept = kept();
        assertThat(kept).hasSize(1);
        assertThat(Files.readAllLines(kept.get(0)))
                .as("what is sent twice is kept once")
                .hasSize(2);
        isWholeAndRight(collect(kept));
    }

    /** Its closing may say that it was interrupted, so that it isn't left to the end of a block. */
    private static void emit(Transport transport, OpenLineage.RunEvent... events) throws Exception {
        OpenLineageClient client =
                OpenLineageClient.builder().transport(transport).build();
        for (OpenLineage.RunEvent event : events) {
            client.emit(event);
        }
        client.close();
    }

    private List<Path> kept() throws IOException {
        new LineageIntake(folder.resolve("inbox")).pack();
        return EstateUses.documents(CollectSettings.defaults().with(folder.resolve("inbox")));
    }
}
