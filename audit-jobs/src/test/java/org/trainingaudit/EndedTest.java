package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.StillClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in a process of its own that is asked to end, or killed just after it has promised something. */
class EndedTest {

    private static final int VIOLATIONS_OPEN = 1;
    private static final int TERMINATED = 143;
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** A21 of the threats: held in the middle of the run while it is asked. */
    @Test
    void stopsItsRunAtTheNextChunkAndGoesOnWithItLater() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild run = KilledChild.start(folder, 0, estate.arguments("run"));
        run.awaitOutput("reconcile ");
        run.hold();
        run.ask();
        run.letGo();
        long asked = System.nanoTime();
        assertThat(run.code()).as(run.output()).isEqualTo(TERMINATED);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_MOST);
        assertThat(Command.audit(StillClock.class, estate.arguments("jobs")).out())
                .contains("manual/2026-11-21/1 ", " stopped ");

        Command again = Command.audit(StillClock.class, estate.arguments("run"));
        assertThat(again.code()).as(again.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(again.err()).contains("Going on with manual/2026-11-21/1");
        Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", again.vkey());
        assertThat(verified.code()).as(verified.out()).isZero();
    }

    /** A19 of the threats: the answer is all that came before the kill. */
    @Test
    void hasAfterAKillWhatItHadPromised() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        estate.write("password", Served.PASSWORD + "\n");
        int port = Cluster.freePort();
        String password = estate.path("password").toString();
        KilledChild serve = KilledChild.start(
                folder, 0, estate.arguments("serve", "--port", "" + port, "--admin-password-file", password));
        serve.awaitOutput("Listening on");
        HttpRequest start = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/runs"))
                .header("Authorization", Served.basic("admin", Served.PASSWORD))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\":\"promised\"}"))
                .build();
        HttpResponse<String> accepted = Served.send(HttpClient.newHttpClient(), start);
        serve.kill();
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(serve.code()).isEqualTo(KilledChild.KILLED);

        Command jobs = Command.audit(StillClock.class, estate.arguments("jobs"));
        assertThat(jobs.out()).contains("manual/2026-11-21/1 ", " interrupted ");
        Command finished = Command.audit(StillClock.class, estate.arguments("run"));
        assertThat(finished.code()).as(finished.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(finished.out()).contains("manual/2026-11-21/1 ");
    }
}
