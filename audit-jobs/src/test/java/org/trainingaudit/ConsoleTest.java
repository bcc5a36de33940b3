package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.Job;
import org.springframework.context.MessageSource;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.NightlyJob;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.Operations;
import serving.Clocked;

/** The pages of a serving program after a run. */
class ConsoleTest {

    private static final String RUN = "manual/2026-11-21/1";
    private static final String U1 = Finding.idOf("jp-appi", "u1");

    @TempDir
    static Path folder;

    private static Estate estate;
    private static Served served;

    @BeforeAll
    static void serve() throws InterruptedException {
        Clocked.set("2026-11-21T03:00:00Z");
        estate = Estate.small(folder);
        served = Served.of(estate);
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), new By("operator-1", "for the test"), Optional.empty());
        operations.awaitIdle();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void letsWhoeverMaySeeNothingSignOut() {
        HttpResponse<String> refused = served.person("spark-1").get("/?lang=en");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Not for your role", "action=\"/sign-out\"", "name=\"_csrf\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                                   | Night of 21 Nov 2026
            /runs                               | manual/2026-11-21/1
            /runs/manual/2026-11-21/1           | for the test
            /datasets                           | own/patients
            /dataset?id=own/patients            | contact.email
            /uses                               | u1
            /uses?regime=jp-appi&verdict=violation | u1
            /use?id=u1                          | JP-01
            /findings                           | jp-appi
            /regimes                            | jp-appi-2026
            /regimes/jp-appi                    | JP-0
            /what-changes                       | jp-appi-2026
            /what-changes?from=2026-11-21&to=2028-07-16 | id="result"
            /reports                            | verdicts.csv
            /trail                              | Verifier key
            """)
    void showsEveryPage(String path, String text) {
        for (String lang : new String[] {"en", "ja"}) {
            String address = path + (path.contains("?") ? "&" : "?") + "lang=" + lang;
            HttpResponse<String> page = served.person("auditor-1").get(address);
            assertThat(page.statusCode()).as(address + page.body()).isEqualTo(200);
            assertThat(page.body()).contains("<html lang=\"" + lang + "\"").doesNotContain("??");
            if (lang.equals("en")) {
                assertThat(page.body()).contains(text);
            }
        }
    }

    @Test
    void keepsTheAccountsForAdministratorsOnly() {
        assertThat(served.person("admin").get("/accounts").body()).contains("operator-1");
        assertThat(served.person("operator-1").get("/accounts").statusCode()).isEqualTo(403);
        Served.Person admin = served.person("admin");
        HttpResponse<String> weak = admin.post(
                "/accounts", "name=new-one&role=auditor&unit=&password=changeme1234", admin.token("/accounts"));
        assertThat(weak.statusCode()).isEqualTo(302);
        assertThat(admin.get("/accounts").body()).contains("well-known").doesNotContain("changeme1234");
    }

    @Test
    void handsOutReportsWholeAndRecordsIt() throws Exception {
        Served.Person auditor = served.person("auditor-1");
        HttpResponse<String> file = auditor.get("/report?run=" + RUN + "&name=verdicts.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "verdicts.csv");
        assertThat(auditor.get("/reports").body())
                .contains(Sha256.hex(file.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(auditor.get("/proof?run=" + RUN + "&name=verdicts.csv").statusCode())
                .isEqualTo(200);
        Path changed = estate.path("var/reports/manual_2026-11-21_1/coverage.csv");
        byte[] before = Files.readAllBytes(changed);
        Files.writeString(changed, "something else");
        assertThat(auditor.get("/report?run=" + RUN + "&name=coverage.csv").statusCode())
                .isEqualTo(404);
        Files.write(changed, before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "..\\x", "a/../../x", "/etc/passwd", "CON", "verdicts.csv\u0000", "%2e%2e/x", "日本語.csv"})
    void leadsNowhereByAPath(String name) {
        String asked = URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpResponse<String> answer = served.person("auditor-1").get("/report?run=" + RUN + "&name=" + asked);
        HttpResponse<String> unknown = served.person("auditor-1").get("/report?run=" + RUN + "&name=unknown.csv");
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Served.withoutTokens(answer)).isEqualTo(Served.withoutTokens(unknown));
    }

    @Test
    void takesAnAnswerToAMissingFact() {
        Served.Person dpo = served.person("dpo-1");
        assertThat(dpo.get("/use?id=u5").body()).contains("name=\"fact\"");
        String form = "id=u5&fact=consentCoversAiTraining&value=true&evidence=T-1&until=2027-11-21";
        assertThat(dpo.post("/uses/attest", form, dpo.token("/use?id=u5")).statusCode())
                .isEqualTo(302);
        assertThat(dpo.get("/use?id=u5").body())
                .contains("Recorded in the trail")
                .contains("T-1");
        Served.Person auditor = served.person("auditor-1");
        assertThat(auditor.get("/use?id=u5").body()).doesNotContain("name=\"fact\"");
        assertThat(auditor.post("/uses/attest", form, auditor.token("/use?id=u5"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysOnTheRunsPageWhyNothingWasDone() {
        Served.Person operator = served.person("operator-1");
        String run = "/runs/manual/2026-11-21/1";
        operator.post(run + "/stop", "reason=enough", operator.token("/runs"));
        assertThat(operator.get(run).body()).contains("running, so it can&#39;t be stopped");
        operator.post(run + "/stop", "reason=" + "a".repeat(1001), operator.token("/runs"));
        assertThat(operator.get(run).body()).contains("the reason has more than 1000 characters");
    }

    @Test
    void takesAWordOnAColumnAndTakesItBack() {
        Served.Person dpo = served.person("dpo-1");
        String page = "/dataset?id=own%2Fprices";
        assertThat(dpo.get(page).body()).contains("name=\"decision\"");
        String form = "dataset=own/prices&column=item&category=health&decision=confirmed&reason=codes+of+the+clinic";
        assertThat(dpo.post("/reviews", form, dpo.token(page)).statusCode()).isEqualTo(302);
        assertThat(dpo.get(page).body()).contains("the column holds the category", "codes of the clinic");
        dpo.post("/reviews", form.replace("=confirmed", "=rejected"), dpo.token(page));
        assertThat(dpo.get(page).body()).contains("there is nothing to reject");
        Served.Person auditor = served.person("auditor-1");
        assertThat(auditor.get(page).body()).contains("codes of the clinic").doesNotContain("name=\"decision\"");
        assertThat(auditor.post("/reviews", form, auditor.token(page)).statusCode())
                .isEqualTo(403);
        dpo.post("/reviews/1/withdraw", "reason=by+mistake", dpo.token(page));
        assertThat(dpo.get(page).body()).contains("the review is taken back").doesNotContain("codes of the clinic");
    }

    @Test
    void letsOnePersonAskForAWaiverAndAnotherDecide() {
        Served.Person asker = served.person("dpo-1");
        String page = "/finding?id=" + U1;
        assertThat(asker.get(page).body()).contains("jp-appi");
        asker.post("/waivers", "finding=" + U1 + "&reason=ticket+12&until=2027-01-15", asker.token(page));
        assertThat(asker.get(page).body()).contains("Another person must decide");
        asker.post("/waivers/W-1/approve", "finding=" + U1 + "&reason=mine", asker.token(page));
        assertThat(asker.get(page).body()).contains("another person must decide");
        Served.Person other = served.person("dpo-2");
        other.post("/waivers/W-1/approve", "finding=" + U1 + "&reason=seen", other.token(page));
        assertThat(other.get(page).body()).contains("W-1: approved");
        Served.Person auditor = served.person("auditor-1");
        assertThat(auditor.post("/waivers/W-1/withdraw", "reason=no", auditor.token("/runs"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** The condition beside it names the fact already; its name stood where the origin of what is stated stands. */
    @Test
    void showsNoOriginOfAFactThatNobodyStated() throws Exception {
        String why = served.person("auditor-1").get("/use?id=u5").body();
        assertThat(why)
                .contains("<span class=\"got\">unknown</span>", "Can't be decided without ".replace("'", "&#39;"));
        assertThat(why)
                .doesNotContainPattern(
                        "<code>(\\w+): [^<]*</code><span class=\"got\">unknown</span><span class=\"from\">\\1<");
    }

    @Test
    void tellsAtOnceWhatTheNextStepsOfLawsChange() throws InterruptedException {
        ChangesAhead ahead = served.context.get(ChangesAhead.class);
        ahead.refresh(LocalDate.parse("2026-11-21"));
        ahead.awaitIdle();
        Served.Person auditor = served.person("auditor-1");
        ChangesAhead.Day day = ahead.from(LocalDate.parse("2026-11-21")).orElseThrow().stream()
                .filter(one -> one.steps().contains("jp-appi-2026.main"))
                .findFirst()
                .orElseThrow();
        assertThat(day.fixed()).isFalse();
        assertThat(day.touched()).isPositive();
        assertThat(day.change().pairs().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("every use under every regime")
                .isEqualTo((long) day.change().uses() * day.change().regimes());
        assertThat(auditor.get("/what-changes").body()).contains("by 16 Jul 2028", "Newly unlawful");
        assertThat(auditor.get("/what-changes?from=2026-11-21&to=2028-07-16").body())
                .contains("class=\"figs\"", "Provisional: the day of jp-appi-2026.main is not fixed")
                .doesNotContain("so far");
        assertThat(auditor.get("/").body()).contains("Verdicts that differ by then");
        assertThat(ahead.from(LocalDate.parse("2026-11-22"))).as("another day").isEmpty();
    }

    /** Pages know steps by the names that the job repository has. */
    @Test
    void tellsNoStepOfAFinishedRunAsQueued() {
        for (String page : List.of("/runs/" + RUN, "/runs/" + RUN + "?follow=false")) {
            String run = served.person("auditor-1").get(page).body();
            assertThat(run)
                    .contains("scan, share 1 of 2", "ended uses", "Business date")
                    .doesNotContain("Queued");
        }
    }

    /** A new step has a name in both languages, or this fails; see CONTRIBUTING.md. */
    @Test
    void callsEachStepOfANightByANameOfItsOwn() {
        MessageSource texts = served.context.get(MessageSource.class);
        List<String> steps = NightlyJob.steps(served.context.get(Job.class));
        assertThat(steps).hasSizeGreaterThan(8).startsWith("enterYear", "prepare", "scan");
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            assertThat(steps)
                    .allSatisfy(step -> assertThat(
                                    texts.getMessage("step." + step.replace(' ', '-'), null, "", language))
                            .as(step)
                            .isNotEmpty());
        }
    }

    @Test
    void staysWhereItIsWhenAThemeIsChosen() {
        String page = served.person("auditor-1").get("/dataset?id=own/patients").body();
        assertThat(page).contains("href=\"/dataset?id=own/patients&amp;theme=dark\"");
        assertThat(served.person("auditor-1")
                        .get("/dataset?id=own/patients&theme=dark")
                        .body())
                .contains("data-theme=\"dark\"");
    }

    @Test
    void tellsEachRoleWhatWaitsForIt() {
        assertThat(served.person("operator-1").get("/").body())
                .contains("Runs that were cut short", "Missed nights")
                .doesNotContain("Waivers to decide");
        assertThat(served.person("dpo-1").get("/").body())
                .contains("Waivers to decide", "Attestations that end in 30 days")
                .doesNotContain("Missed nights");
        assertThat(served.person("auditor-1").get("/").body()).doesNotContain("Waivers to decide", "Missed nights");
    }

    @Test
    void verifiesTheTrailOnThePage() {
        Served.Person auditor = served.person("auditor-1");
        HttpResponse<String> verified = auditor.post("/trail/verify", "", auditor.token("/trail"));
        assertThat(verified.body()).contains("The trail verifies.");
    }

    @Test
    void answersAFilterWithTheListAlone() {
        String list = served.person("auditor-1")
                .get("/uses?verdict=violation", "HX-Request", "true")
                .body();
        assertThat(list).contains("id=\"list\"").doesNotContain("<html");
    }
}
