package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailVerifier;
import org.trainingaudit.trail.VerifyOptions;
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
        // The overview counts what the next steps of laws change, once that is worked out.
        served.context.get(ChangesAhead.class).refresh(LocalDate.parse("2026-11-21"));
        served.context.get(ChangesAhead.class).awaitIdle();
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
        String finding = "/finding?id=" + Finding.idOf("jp-appi", "u1");
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
        assertThat(verified(proof.path(), hash)).isZero();
        auditor.navigate(browser.at("/trail"));
        auditor.click("text=Verify now");
        auditor.waitForSelector("text=The trail verifies.");
    }

    /** The exit code of {@code audit verify} for the proof that was downloaded and the entry with the report's hash. */
    private static int verified(Path proof, String hash) throws IOException {
        Path entry = Files.write(folder.resolve("entry.json"), entry(hash));
        Path file = Files.copy(proof, folder.resolve("verdicts.tlog-proof"));
        VerifyOptions options =
                VerifyOptions.with(served.context.get(Trail.class).vkey()).entry(entry);
        return TrailVerifier.verify(file, options).exitCode();
    }

    /** The bytes of the entry that names the hash, taken from the published files: lengths of two bytes, each with an entry. */
    private static byte[] entry(String hash) throws IOException {
        List<Path> bundles;
        try (Stream<Path> files = Files.walk(folder.resolve("var/trail/tile/entries"))) {
            bundles = files.filter(Files::isRegularFile).toList();
        }
        for (Path bundle : bundles) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(bundle));
            while (bytes.remaining() > 2) {
                byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
                bytes.get(entry);
                if (new String(entry, StandardCharsets.UTF_8).contains(hash)) {
                    return entry;
                }
            }
        }
        throw new AssertionError("no entry names " + hash);
    }

    @Test
    @Order(4)
    void attestsThereAndThenAndAuditorsSeeIt() {
        Page dpo = browser.person("dpo-1", 1280, "light", "en");
        dpo.navigate(browser.at("/use?id=u5"));
        String fact = dpo.getAttribute("#q1 input[name=fact]", "value");
        if (dpo.locator("#q1 select").count() > 0) {
            dpo.selectOption("#q1 select", new SelectOption().setIndex(1));
        } else if (dpo.locator("#q1 input[type=radio]").count() > 0) {
            dpo.check("#q1 input[value=true]");
        } else {
            dpo.fill("#v1", "JP");
        }
        dpo.fill("#e1", "contract 2026-17");
        dpo.fill("#u1", "2027-06-30");
        dpo.click("#q1 button[type=submit]");
        dpo.waitForSelector("#answers");
        assertThat(dpo.textContent("main")).contains("Recorded in the trail");
        Page auditor = browser.person("auditor-1", 1280, "light", "en");
        auditor.navigate(browser.at("/use?id=u5"));
        assertThat(auditor.textContent("#answers")).contains(fact, "dpo-1", "contract 2026-17", "30 Jun 2027");
        assertThat(auditor.locator("form[action='/uses/attest']").count()).isZero();
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    @Order(4)
    void isUsedByKeyboardAloneFromTheDoorToTheReason() {
        Page auditor = browser.visitor(1280, "en");
        auditor.navigate(browser.at("/sign-in"));
        tabTo(auditor, "#name");
        auditor.keyboard().type("auditor-1");
        tabTo(auditor, "#pw");
        auditor.keyboard().type(Served.PASSWORD);
        auditor.keyboard().press("Enter");
        auditor.waitForURL(url -> !url.contains("sign-in"));
        tabTo(auditor, "a[href='/uses']");
        auditor.keyboard().press("Enter");
        auditor.waitForURL("**/uses");
        tabTo(auditor, "a[href='/use?id=u1']");
        auditor.keyboard().press("Enter");
        auditor.waitForURL("**/use?id=u1");
        tabTo(auditor, "#why-jp-appi details:not([open]) > summary");
        auditor.keyboard().press("Space");
        assertThat(auditor.evaluate("document.activeElement.parentElement.open"))
                .isEqualTo(true);
        assertThat(auditor.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("the focus can be seen")
                .isNotEqualTo("none");
        assertThat(browser.complaints).isEmpty();
    }

    private static void tabTo(Page page, String what) {
        for (int press = 0; press < 200; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("what => document.activeElement.matches(what)", what))) {
                return;
            }
        }
        throw new AssertionError("no way to " + what + " by keyboard on " + page.url());
    }

    @Test
    @Order(4)
    void speaksJapaneseToWhoAsks() {
        Page auditor = browser.person("auditor-1", 1280, "light", "ja");
        Map<String, String> titles = new LinkedHashMap<>();
        for (String path :
                List.of("/", "/runs", "/uses", "/findings", "/what-changes", "/regimes", "/reports", "/trail")) {
            auditor.navigate(browser.at(path));
            titles.put(path, auditor.textContent("h1"));
            assertThat(auditor.getAttribute("html", "lang")).isEqualTo("ja");
        }
        assertThat(titles.values()).allMatch(title -> title.matches(".*[\\p{IsHan}\\p{IsHiragana}].*"));
        auditor.navigate(browser.at("/use?id=u1"));
        assertThat(auditor.textContent("main")).contains("違反", "要確認", "不足している事実");
        auditor.click("text=English");
        assertThat(auditor.getAttribute("html", "lang")).isEqualTo("en");
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
            "/finding?id=" + Finding.idOf("jp-appi", "u1"),
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

    /** The check above must be able to fail. */
    @Test
    @Order(5)
    void seesAPictureWithoutWords() {
        Page page = browser.visitor(1280, "en");
        page.setContent("<html lang=en><title>A page</title><main><h1>A page</h1><img src='data:,'></main></html>");
        assertThat(Browser.violations(page)).singleElement().asString().startsWith("image-alt");
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

    /**
     * The main pages as outlines: which parts there are, in what order, under what words, how far from the left and how wide.
     * Heights and the colours of letters' edges are left out: they are the font's.
     */
    @Test
    @Order(6)
    void looksAsItDid() throws IOException {
        StringBuilder outlines = new StringBuilder();
        String[] pages = {
            "/",
            "/runs",
            "/runs/" + RUN,
            "/dataset?id=own/patients",
            "/use?id=u1",
            "/finding?id=" + Finding.idOf("jp-appi", "u1"),
            "/regimes",
            "/what-changes?from=2026-11-21&to=2028-07-16",
            "/reports",
            "/trail"
        };
        for (String look : List.of("1280 light en", "1280 dark ja")) {
            String[] parts = look.split(" ", 3);
            Page dpo = browser.person("dpo-1", Integer.parseInt(parts[0]), parts[1], parts[2]);
            for (String path : pages) {
                dpo.navigate(browser.at(path));
                if (path.startsWith("/what-changes")) {
                    dpo.waitForSelector("#result .figs");
                }
                outlines.append("== " + path + ", " + look + "\n").append(Layout.of(dpo));
            }
        }
        Golden.check("console/outlines.txt", outlines.toString());
    }
}
