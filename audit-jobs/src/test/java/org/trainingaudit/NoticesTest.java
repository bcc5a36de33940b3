package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.notice.Notice;
import org.trainingaudit.notice.Notices;
import org.trainingaudit.notice.Postman;
import org.trainingaudit.notice.Reminders;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.schedule.Schedule;
import org.trainingaudit.use.AttestationRequest;
import serving.Clocked;

/** What people are told, by a real mail server and a real web server. One program for all, whose days go by in this order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticesTest {

    private static final String SECRET = "a secret of thirty-two characters";

    private record Call(String id, String kind, String timestamp, String signature, String text) {}

    @TempDir
    static Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<String> refusedOnce = new HashSet<>();
    private boolean closed;
    private HttpServer web;
    private Estate estate;
    private Served served;

    @BeforeAll
    void start() throws IOException {
        mail.start();
        mail.setUser("audit@example.jp", "audit", "mail-s3cret");
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/hook", this::take);
        web.start();
        Clocked.set("2026-11-20T15:00:00Z");
        estate = Estate.small(folder);
        estate.write("password", "mail-s3cret\n");
        estate.write("secret", SECRET + "\n");
        estate.write("config/collect.yaml", "hosts: ['127.0.0.1']\n");
        estate.write(
                "config/application.yaml",
                String.join(
                        "\n",
                        "audit:",
                        "  schedule: {nightly: '0 0 2 1 1 *', catch-up-hours: 5}",
                        "  notice:",
                        "    languages: [en, ja]",
                        "    mail: {host: 127.0.0.1, port: " + mail.getSmtp().getPort() + ", security: none,"
                                + " from: audit@example.jp, to: [dpo@example.jp, ops@example.jp], user: audit,"
                                + " password-file: " + estate.path("password") + "}",
                        "    webhooks: [{id: chat, url: 'http://127.0.0.1:"
                                + web.getAddress().getPort() + "/hook', secret-file: " + estate.path("secret") + "}]",
                        ""));
        served = Served.of(estate);
    }

    @AfterAll
    void stop() {
        served.close();
        web.stop(0);
        mail.stop();
    }

    /** Refuses each message the first time. */
    private synchronized void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("Audit-Id");
        String kind = text.replaceAll("(?s).*\"kind\":\"([a-z-]+)\".*", "$1");
        calls.add(new Call(
                id,
                kind,
                exchange.getRequestHeaders().getFirst("Audit-Timestamp"),
                exchange.getRequestHeaders().getFirst("Audit-Signature"),
                text));
        exchange.sendResponseHeaders(closed || refusedOnce.add(id) ? 503 : 204, -1);
        exchange.close();
    }

    private List<Call> calls(String kind) {
        return calls.stream().filter(call -> call.kind.equals(kind)).toList();
    }

    private List<MimeMessage> mails(String subject) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(one -> subject(one).contains(subject))
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver() {
        served.context.get(Postman.class).deliver();
    }

    private void run() throws InterruptedException {
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), By.local(), Optional.empty());
        operations.awaitIdle();
    }

    @Test
    @Order(1)
    void areSentSignedOnceAndAgainWhereTheyWereRefused() throws Exception {
        run();
        deliver();
        List<MimeMessage> told = mails("1 new violations");
        assertThat(told).as("one for each mailbox").hasSize(2);
        String text = told.get(0).getContent().toString();
        assertThat(text)
                .contains("manual/2026-11-21/1 opened 1 findings that are violations, as of 2026-11-21")
                .contains("違反の指摘が 1 件新たに開かれました");
        assertThat(told.get(0).getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(calls("violations-new")).hasSize(1);

        Clocked.pass(Duration.ofSeconds(61));
        deliver();
        deliver();
        List<Call> hook = calls("violations-new");
        assertThat(hook).as("refused once, then taken").hasSize(2);
        assertThat(hook).extracting(Call::id).containsOnly(hook.get(0).id);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        for (Call call : hook) {
            mac.update((call.timestamp + ".").getBytes(StandardCharsets.UTF_8));
            assertThat(call.signature)
                    .isEqualTo("sha256="
                            + HexFormat.of().formatHex(mac.doFinal(call.text.getBytes(StandardCharsets.UTF_8))));
        }
        assertThat(hook.get(1).timestamp).as("of this attempt").isNotEqualTo(hook.get(0).timestamp);

        run();
        deliver();
        assertThat(mails("new violations")).as("the same is told once").hasSize(2);
        String all = hook.get(0).text() + text;
        assertThat(all).doesNotContain("山田", "糖尿病", "patients", "s3cret", "@");
        assertThat(served.context.get(Postman.class).backlog().givenUp()).isZero();
    }

    @Test
    @Order(2)
    void tellOfWhatFailedWhatWasMissedAndWhatEnds() throws Exception {
        Files.move(estate.path("var/reports"), estate.path("var/reports-aside"));
        estate.write("var/reports", "a file where a folder must be");
        run();
        served.context.get(Schedule.class).tick();
        served.context
                .get(Attesting.class)
                .attest(new AttestationRequest(
                        "u5", "purposeSpecified", "true", "dpo-1", "ticket 4711", "", "2026-12-20"));
        served.context.get(Reminders.class).look();
        Clocked.set("2027-01-01T02:00:00Z");
        served.context.get(Schedule.class).tick();
        Clocked.set("2028-07-10T03:00:00Z");
        served.context.get(Reminders.class).look();
        served.context.get(Reminders.class).look();
        deliver();

        assertThat(mails("Run manual/2026-11-21/3 failed")).hasSize(2);
        assertThat(mails("The night of 2027-01-01 was missed")).hasSize(2);
        assertThat(mails("Attestation 1 ends on 2026-12-20")).hasSize(2);
        assertThat(calls("legal-step"))
                .extracting(Call::text)
                .filteredOn(text -> text.contains("\"step\":\"main\"") && text.contains("jp-appi-2026"))
                .singleElement()
                .asString()
                .contains("\"date\":\"2028-07-16\"", "\"days\":\"7\"", "施行日 main");
    }

    @Test
    @Order(3)
    void areKeptWithWhatTheyTellOfOrNotAtAll() {
        Notices notices = served.context.get(Notices.class);
        Notice notice = Notice.runIncomplete("manual/2026-11-21/9");
        assertThatThrownBy(() -> notices.tell(notice)).isInstanceOf(IllegalStateException.class);
        TransactionTemplate transaction = new TransactionTemplate(served.context.get(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            notices.tell(notice);
            status.setRollbackOnly();
        });
        deliver();
        assertThat(calls("run-incomplete")).isEmpty();

        transaction.executeWithoutResult(status -> notices.tell(notice));
        closed = true;
        for (int i = 0; i < 30; i++) {
            deliver();
            Clocked.pass(Duration.ofHours(6));
        }
        assertThat(mails("manual/2026-11-21/9"))
                .as("by mail, whatever becomes of the webhook")
                .hasSize(2);
        List<Call> attempts = new ArrayList<>(calls("run-incomplete"));
        assertThat(attempts).as("given up at last").hasSize(24);
        assertThat(served.context.get(Postman.class).backlog().givenUp()).isPositive();
    }
}
