package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.finding.FindingId;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.operate.Operations;
import serving.Clocked;

/** The console as people use it, in a real browser, with the policy against foreign script switched on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {

    private static final String RUN = "manual/2026-11-21/1";

    @TempDir
    static Path folder;

    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void serve() {
        assumeThat(Browser.installed())
                .as("Chromium is needed: apt-get install chromium")
                .isPresent();
        Clocked.set("2026-11-21T03:00:00Z");
        served = Served.of(Estate.small(folder));
        browser = new Browser(served, Browser.installed().orElseThrow());
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
            served.close();
        }
    }

    @Test
    @Order(1)
    void startsTheNightAndWatchesItEnd() throws InterruptedException {
        Page operator = browser.person("operator-1", 1280, "light", "en");
        assertThat(operator.content()).contains("No run is over yet");
        operator.click("text=Start a run");
        operator.fill("#reason", "the first night");
        operator.click("form.stack button[type=submit]");
        operator.waitForURL("**/runs/" + RUN);
        served.context.get(Operations.class).awaitIdle();
        operator.waitForSelector("#live .v-done");
        operator.waitForSelector("#live:not([data-hx-get])");
        Browser.picture(operator, "run");
        Page auditor = browser.person("auditor-1", 1280, "light", "en");
        assertThat(auditor.textContent("h1")).isEqualTo("Night of 21 Nov 2026");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    @Order(2)
    void opensAFindingReadsWhyAndWaivesItByTwoPeople() {
        Page asker = browser.person("dpo-1", 1280, "light", "en");
        String finding = "/finding?id=" + FindingId.of("jp-appi", "u1");
        asker.navigate(browser.at(finding));
        asker.click("text=Why");
        asker.waitForSelector("#why-jp-appi details[open]");
        Browser.picture(asker, "use");
        asker.navigate(browser.at(finding));
        asker.fill("#until", "2027-01-15");
        asker.fill("#reason", "ticket 12");
        asker.click("text=Ask for a waiver >> nth=-1");
        asker.waitForSelector("#W-1");
        assertThat(asker.isDisabled("#W-1 .main-act")).isTrue();
        Browser.picture(asker, "finding");
        Page other = browser.person("dpo-2", 1280, "dark", "en");
        other.navigate(browser.at(finding));
        other.fill("#dr-W-1", "consent letters are out");
        other.click("#W-1 .main-act");
        other.waitForSelector("text=W-1: approved");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    @Order(3)
    void takesAReportWithTheHashThatThePageShows() throws Exception {
        Page auditor = browser.person("auditor-1", 1280, "light", "en");
        auditor.navigate(browser.at("/reports"));
        String hash = auditor.textContent("tr:has-text('verdicts.csv') code");
        Download file = auditor.waitForDownload(() -> auditor.click("text=verdicts.csv"));
        assertThat(file.suggestedFilename()).isEqualTo("verdicts.csv");
        assertThat(Sha256.hex(Files.readAllBytes(file.path()))).isEqualTo(hash);
        Download proof = auditor.waitForDownload(() -> auditor.click("tr:has-text('verdicts.csv') >> text=Proof"));
        assertThat(Files.size(proof.path())).isPositive();
        auditor.navigate(browser.at("/trail"));
        auditor.click("text=Verify now");
        auditor.waitForSelector("text=The trail verifies.");
    }

    @Test
    @Order(4)
    void filtersWithoutLeavingThePageAndByKeyboardAlone() {
        Page auditor = browser.person("auditor-1", 1280, "light", "en");
        auditor.navigate(browser.at("/uses"));
        auditor.keyboard().press("Tab");
        assertThat(auditor.evaluate("document.activeElement.className")).isEqualTo("skip");
        auditor.keyboard().press("Enter");
        auditor.focus("#verdict");
        auditor.keyboard().type("Violation");
        auditor.focus("#dataset");
        auditor.keyboard().press("Enter");
        auditor.waitForURL("**/uses?**verdict=violation**");
        assertThat(auditor.locator("#list tbody tr").count()).isPositive();
        assertThat(auditor.textContent("#list")).doesNotContain("own/prices");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    @Order(5)
    void satisfiesAxeOnEveryPage() {
        String[] pages = {
            "/",
            "/runs",
            "/runs/" + RUN,
            "/datasets",
            "/dataset?id=own/patients",
            "/uses",
            "/use?id=u1",
            "/use?id=u5",
            "/findings",
            "/finding?id=" + FindingId.of("jp-appi", "u1"),
            "/what-changes?from=2026-11-21&to=2028-07-16",
            "/regimes",
            "/regimes/jp-appi",
            "/reports",
            "/trail",
            "/accounts",
            "/nothing"
        };
        List<String> violations = new ArrayList<>();
        look("1280 light en", pages, violations);
        look("390 dark ja", List.of("/", "/use?id=u1", "/findings", "/reports").toArray(String[]::new), violations);
        assertThat(violations).isEmpty();
        assertThat(browser.complaints).isEmpty();
    }

    private static void look(String look, String[] pages, List<String> violations) {
        String[] parts = look.split(" ", 3);
        Page admin = browser.person("admin", Integer.parseInt(parts[0]), parts[1], parts[2]);
        for (String path : pages) {
            admin.navigate(browser.at(path));
            Browser.violations(admin).forEach(line -> violations.add(look + " " + path + " " + line));
            String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + look.replace(' ', '-');
            Browser.picture(admin, name);
        }
    }
}
