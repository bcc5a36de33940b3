package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.cli.AuditCommand;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.schedule.ConfigurationWatch;
import org.trainingaudit.schedule.Schedule;
import serving.Clocked;

/** A program that serves while its configuration is changed. */
class ReloadTest {

    private static final String SETTINGS = "config/application.yaml";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 200;

    @TempDir
    Path folder;

    @Test
    void goesOnByTheLastGoodSetAndSaysWhatIsWrong() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        try (Served served = Served.of(estate)) {
            ConfigurationWatch watch = served.context.get(ConfigurationWatch.class);
            watch.look();
            assertThat(health(served).statusCode()).isEqualTo(200);

            estate.write(SETTINGS, "audit: {nightly: {chunk-size: many}}\n");
            watch.look();
            assertThat(watch.refused().orElseThrow().changed()).containsExactly("changed application.yaml");
            assertThat(watch.refused().orElseThrow().wrongs()).anyMatch(wrong -> wrong.contains("chunk-size"));
            assertThat(health(served).statusCode()).isEqualTo(503);
            assertThat(health(served).body()).isEqualTo("{\"status\":\"FAULTY\"}");
            assertThat(served.person().get("/actuator/health").body())
                    .startsWith("{")
                    .contains("\"status\":\"UP\"");
            assertThat(served.person("auditor-1").get("/runs?lang=en").body()).contains("The last good one is used");
            assertThat(served.person().get("/sign-in?lang=en").body()).doesNotContain("The last good one is used");
            assertThat(served.get("auditor-1", "/actuator/prometheus").body())
                    .contains("audit_configuration_refused 1.0");

            estate.write(SETTINGS, "audit: {nightly: {chunk-size: 7}}\n");
            watch.look();
            assertThat(watch.refused()).isEmpty();
            assertThat(watch.awaitNext().settings().nightly().chunkSize()).isEqualTo(7);
            assertThat(health(served).statusCode()).isEqualTo(200);
        }
    }

    /** What began now would be cut short at once, and could not go on under the new configuration. */
    @Test
    void beginsNoRunOnceItHandsOver() throws Exception {
        Clocked.set("2026-11-20T16:59:00Z");
        Estate estate = Estate.small(folder);
        estate.write(SETTINGS, "audit: {schedule: {nightly: '0 0 2 * * *'}}\n");
        try (Served served = Served.of(estate)) {
            Schedule schedule = served.context.get(Schedule.class);
            schedule.tick();
            estate.write(SETTINGS, "audit: {schedule: {nightly: '0 0 2 * * *'}, nightly: {chunk-size: 7}}\n");
            served.context.get(ConfigurationWatch.class).look();
            Clocked.pass(Duration.ofMinutes(2));
            schedule.tick();
            HttpResponse<String> started = served.call("operator-1", "POST", "/api/v1/runs", "{}");
            assertThat(started.statusCode()).isEqualTo(409);
            assertThat(started.body())
                    .contains("about to serve by a changed configuration")
                    .contains("in a moment");
        }
        try (Served served = Served.of(estate)) {
            served.context.get(Schedule.class).tick();
            served.context.get(Operations.class).awaitIdle();
            assertThat(served.context.get(Runs.class).all())
                    .extracting(run -> run.key() + " " + run.status().word())
                    .containsExactly("nightly/2026-11-21 complete");
        }
    }

    private static HttpResponse<String> health(Served served) {
        return served.person().get("/actuator/health/configuration");
    }

    @Test
    void servesAnewByAGoodSetAndGoesBackWhereItCannot() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        Path password = folder.resolve("password");
        Files.writeString(password, Served.PASSWORD + "\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream real = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        String[] command = estate.arguments("serve", "--port", "0", "--admin-password-file", password.toString());
        Thread program = new Thread(() -> AuditCommand.execute(Clocked.class, command), "program");
        try {
            program.start();
            await(() -> listening(said).size() == 1, program, said);
            estate.write(SETTINGS, "audit: {nightly: {chunk-size: 7}}\n");
            await(() -> listening(said).size() == 2, program, said);
            estate.write(
                    SETTINGS,
                    "audit: {api: {address: 127.0.0.1, certificate: /nowhere/c.pem, private-key: /nowhere/k.pem}}\n");
            await(() -> listening(said).size() == 3, program, said);
        } finally {
            program.interrupt();
            program.join(PATIENCE.toMillis());
            System.setErr(real);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("The configuration has changed and is good; serving anew by it.")
                .contains("going back to the last one");
        assertThat(listening(said))
                .as("at one address")
                .hasSize(3)
                .containsOnly(listening(said).get(0));
    }

    private static List<String> listening(ByteArrayOutputStream said) {
        Matcher matcher = Pattern.compile("Listening on (\\S+)").matcher(said.toString(StandardCharsets.UTF_8));
        return matcher.results().map(found -> found.group(1)).toList();
    }

    /** Waits beside the program, which doesn't end meanwhile. */
    private static void await(BooleanSupplier wanted, Thread program, ByteArrayOutputStream said)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isLessThan(end);
            assertThat(program.isAlive())
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isTrue();
            program.join(LOOK_MILLIS);
        }
    }
}
