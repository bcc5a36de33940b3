package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.LogFormat;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.schedule.Figures;
import serving.Clocked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever watches the program gets of it. */
class WatchedTest {

    @TempDir
    Path folder;

    @Test
    void givesFiguresOfItsOwnReadinessAndALogThatMachinesRead() throws Exception {
        Clocked.set("2026-11-20T16:59:00Z");
        Estate estate = Estate.small(folder);
        estate.write("config/application.yaml", "audit: {schedule: {nightly: '0 0 2 * * *', catch-up-hours: 0}}\n");
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream real = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (Served served = Served.of(estate, LogFormat.ECS)) {
            run(served);
            String figures = figures(served);
            long bytes = Files.size(estate.path("data/patients.csv"))
                    + Files.size(estate.path("data/prices.csv"))
                    + Files.size(estate.path("data/broken.csv"));
            assertThat(figures)
                    .contains("audit_run_state{state=\"complete\"} 1.0")
                    .contains("audit_scan_rows_total 7.0", "audit_scan_rows_rejected_total 1.0")
                    .containsPattern("audit_scan_bytes_total " + bytes + "\\.0")
                    .contains("audit_verdicts{regime=\"jp-appi\",verdict=\"violation\"} 1.0")
                    .contains("audit_findings_open 1.0", "audit_datasets_skipped 0.0", "audit_view_behind 0.0")
                    .contains("audit_notices_waiting 0.0", "audit_schedule_lag_seconds 0.0")
                    .contains("audit_seal_age_seconds 0.0", "audit_run_state{state=\"failed\"} 0.0");
            Clocked.pass(Duration.ofSeconds(50));
            assertThat(served.get("auditor-1", "/actuator/prometheus").body()).contains("audit_seal_age_seconds 50.0");
            assertThat(served.person().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");

            Files.move(estate.path("var/reports"), estate.path("var/reports-aside"));
            estate.write("var/reports", "a file where a folder must be");
            run(served);
            assertThat(figures(served)).contains("audit_run_state{state=\"failed\"} 1.0");
        } finally {
            System.setErr(real);
            asAlways();
        }
        List<JsonNode> lines = log.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines)
                .as("each line is a document; those of the failed run name it")
                .anyMatch(line -> line.path("run").asString("").equals("manual/2026-11-21/2"))
                .allMatch(line -> line.has("@timestamp"));
    }

    private static void run(Served served) throws InterruptedException {
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), By.local(), Optional.empty());
        operations.awaitIdle();
    }

    private static String figures(Served served) {
        served.context.get(Figures.class).refresh();
        return served.get("auditor-1", "/actuator/prometheus").body();
    }

    private static void asAlways() throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }
}
