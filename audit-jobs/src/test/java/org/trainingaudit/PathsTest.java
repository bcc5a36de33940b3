package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import serving.Clocked;

/** Forms of a path by which people try to leave a folder or get round a lock, sent byte for byte. */
class PathsTest {

    private static final String RUN = "manual/2026-11-21/1";
    private static final String CANARY = "canary-7f3a";
    private static final List<String> DOTS = List.of(
            "..",
            "%2e%2e",
            "%2E.",
            ".%2e",
            "%252e%252e",
            "%c0%ae%c0%ae",
            "%e0%80%ae%e0%80%ae",
            "%u002e%u002e",
            "..;",
            "..;x=1",
            "..%3b",
            "%e2%80%a5",
            "%ef%bc%8e%ef%bc%8e",
            "%00..",
            "..%00",
            "....",
            ".. ",
            "..%20",
            "~",
            "..%0d%0a");
    private static final List<String> SLASHES =
            List.of("/", "//", "%2f", "%5c", "\\", "%252f", "%c0%af", "%ef%bc%8f", "%e2%88%95");
    private static final List<String> TAILS =
            List.of("signer/key", CANARY + ".txt", "config/taxonomy.yaml", "db.mv.db");

    @TempDir
    static Path folder;

    private static Served served;
    private static String session;

    @BeforeAll
    static void serve() throws InterruptedException {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        estate.write("var/" + CANARY + ".txt", CANARY + "-content");
        served = Served.of(estate);
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), new By("operator-1", "for the test"), java.util.Optional.empty());
        operations.awaitIdle();
        estate.write("var/reports/" + CANARY + ".txt", CANARY + "-content");
        session = served.person()
                .signIn("auditor-1", Served.PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    @AfterAll
    static void end() {
        served.close();
    }

    /** What came back to a request line that no client would send. */
    private record Answer(int status, String head, String body) {}

    private static Answer raw(String target, String header) {
        try (Socket socket = new Socket(served.base.getHost(), served.base.getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: " + served.base.getAuthority() + "\r\n" + header
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = Math.max(0, text.indexOf("\r\n\r\n"));
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String basic() {
        return "Authorization: " + Served.basic("auditor-1", Served.PASSWORD);
    }

    private static List<String> climbs() {
        List<String> climbs = new ArrayList<>();
        for (String dots : DOTS) {
            for (String slash : SLASHES) {
                int number = climbs.size();
                climbs.add((dots + slash).repeat(1 + number % 3) + TAILS.get(number % TAILS.size()));
            }
        }
        return climbs;
    }

    @Test
    void leadNowhereFromADownloadsName() {
        List<String> wrong = new ArrayList<>();
        boolean odd = false;
        for (String climb : climbs()) {
            String asked = climb.replace("\\", "%5c").replace(" ", "%20");
            Answer answer = odd
                    ? raw("/report?name=verdicts.csv&run=" + asked, "Cookie: " + session)
                    : raw("/api/v1/reports/file?run=" + RUN + "&name=" + asked, basic());
            note(wrong, climb + (odd ? " as a run" : " as a name"), answer, List.of(400, 404));
            odd = !odd;
        }
        assertThat(climbs()).hasSize(180);
        assertThat(wrong).isEmpty();
    }

    @Test
    void leadNowhereFromAFolderOfPages() {
        List<String> wrong = new ArrayList<>();
        for (String climb : climbs()) {
            String asked = climb.replace(" ", "%20");
            String from = asked.length() % 2 == 0 ? "/webjars/htmx.org/dist/" : "/reports/nightly/";
            note(wrong, from + climb, raw(from + asked, "Cookie: " + session), List.of(302, 400, 403, 404));
        }
        assertThat(wrong).isEmpty();
    }

    private static void note(List<String> wrong, String what, Answer answer, List<Integer> expected) {
        boolean leaks = answer.body.contains(CANARY + "-content")
                || answer.body.contains("PRIVATE+KEY")
                || answer.body.contains("categories:");
        if (leaks || !expected.contains(answer.status)) {
            wrong.add(what + " was answered " + answer.status + (leaks ? " with what it may not have" : ""));
        }
    }

    @Test
    void getNobodyRoundALock() {
        List<String> wrong = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        for (String locked :
                List.of("accounts", "runs", "trail", "api/v1/runs", "actuator/env", "actuator/prometheus")) {
            for (String open : List.of("tokens.css", "sign-in", "actuator/health")) {
                SLASHES.forEach(slash -> forms.add("/" + open + slash + ".." + slash + locked));
                forms.add("/" + open + "/..;/" + locked);
                forms.add("/" + open + ";/../" + locked);
                forms.add("/" + open + "?/../" + locked);
            }
            forms.addAll(List.of(
                    "/" + locked + ";x=.css",
                    "/" + locked + "/",
                    "//" + locked,
                    "/./" + locked,
                    "/" + locked + "/.",
                    "/" + locked + "%2f",
                    "/" + locked + "%00",
                    "/" + locked + "%20",
                    "/" + locked + ".",
                    "/" + locked + ".css",
                    "/" + locked + "%3b",
                    "/%2e/" + locked,
                    "/;/" + locked,
                    "/" + locked.toUpperCase(java.util.Locale.ROOT),
                    "/%61" + locked.substring(1),
                    "http://127.0.0.1/" + locked,
                    "/" + locked + "%0d%0aX-Role:%20admin"));
        }
        for (String form : forms) {
            Answer answer = raw(form, "X-Forwarded-User: admin\r\nX-Original-URL: /tokens.css");
            boolean door = answer.status == 200
                    && (answer.body.contains("id=\"pw\"")
                            || answer.head.contains("text/css")
                            || answer.body.contains("UP"));
            if (!door && !List.of(302, 400, 401, 403, 404, 405).contains(answer.status)) {
                wrong.add(form + " was answered " + answer.status);
            }
            if (answer.body.contains("operator-1") || answer.body.contains(RUN) || answer.body.contains("jvm_memory")) {
                wrong.add(form + " was shown what is locked");
            }
        }
        assertThat(forms).hasSizeGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    @Test
    void keepAnAuditorFromTheAccounts() {
        List<String> wrong = new ArrayList<>();
        for (String form : List.of(
                "/accounts",
                "/accounts/",
                "/accounts;x",
                "//accounts",
                "/%61ccounts",
                "/tokens.css/../accounts",
                "/tokens.css/..;/accounts",
                "/tokens.css%2f..%2faccounts",
                "/runs/../accounts",
                "/runs/%2e%2e/accounts",
                "/Accounts",
                "/accounts%20",
                "/accounts.css",
                "/./accounts",
                "/accounts/.")) {
            Answer answer = raw(form, "Cookie: " + session);
            if (answer.body.contains("dpo-2") || answer.status == 200) {
                wrong.add(form + " was answered " + answer.status);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
