package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import serving.Clocked;

/** Markup in data, registers and notes is text on every page, and nothing else. */
class MarkupTest {

    private static final String EVIL = "<img src=x onerror=alert(1)>";
    private static final String SCRIPT = "<script>alert(2)</script>";
    private static final String LINK = "javascript:alert(3)";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws InterruptedException {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = new Estate(folder);
        estate.write(
                "data/people.csv", "email," + EVIL + "\na@example.com,b@example.com\nc@example.com,d@example.com\n");
        estate.sources("people");
        String columns = "use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,"
                + "purposeSpecified,purposeIncludesAiTraining,individualDecisionUse,identifiability,structuredDatabase,"
                + "publicNoticeUrl\n";
        String facts = "private,JP,JP,train-own,health.medical_history;contact,false,false,true,identified,true," + LINK
                + "\n";
        estate.write(
                "data/register.csv", columns + "u1,own/people," + SCRIPT + "," + facts + "u2," + EVIL + ",m," + facts);
        served = Served.of(estate);
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), new By("operator-1", "why " + EVIL), Optional.empty());
        operations.awaitIdle();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void isShownAsText() {
        String finding = Finding.idOf("jp-appi", "u1");
        Served.Person dpo = served.person("dpo-1");
        String wish = "finding=" + finding + "&until=2027-01-15&reason=" + encoded(SCRIPT);
        assertThat(dpo.post("/waivers", wish, dpo.token("/runs")).statusCode()).isEqualTo(302);
        int escaped = 0;
        for (String page : List.of(
                "/",
                "/runs",
                "/runs/manual/2026-11-21/1",
                "/datasets",
                "/dataset?id=own/people",
                "/uses",
                "/uses?dataset=" + encoded(EVIL),
                "/uses?regime=" + encoded("\"><script>alert(4)</script>"),
                "/use?id=u1",
                "/use?id=u2",
                "/findings",
                "/finding?id=" + finding,
                "/trail",
                "/reports")) {
            HttpResponse<String> answer = dpo.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).doesNotContain("<img", "<script>", "href=\"javascript:");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe");
            escaped += answer.body().contains("&lt;img") || answer.body().contains("&lt;script") ? 1 : 0;
        }
        assertThat(escaped).as("pages on which the markup can be read").isGreaterThanOrEqualTo(6);
    }

    @Test
    void isNoPageInADownloadOrAnAnswerOfTheApi() {
        HttpResponse<String> file =
                served.person("auditor-1").get("/report?run=manual/2026-11-21/1&name=inventory.csv");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        HttpResponse<String> answer = served.get("auditor-1", "/api/v1/uses");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
