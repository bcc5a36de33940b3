package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.Operations;
import serving.Clocked;

/**
 * The pictures of {@code docs/pictures}: each page on the demo estate, in both languages. With
 * {@code -Daudit.pictures=take} they are taken anew, with {@code -Daudit.pictures=compare} compared. The build does neither:
 * letters look otherwise with other fonts, and those for Japanese are some 60 MB to install; it compares the pages' outlines
 * ({@link BrowserTest}), which hold whatever the font.
 */
class PicturesTest {

    private static final Path FOLDER = Path.of("docs/pictures");
    private static final String ASKED = System.getProperty("audit.pictures", "");
    private static final double TOLERATED = 0.01;
    private static final String RUN = "manual/2026-11-21/1";

    @TempDir
    static Path folder;

    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void serve() throws InterruptedException {
        assumeThat(ASKED).as("only where it is asked for").isNotEmpty();
        Clocked.set("2026-11-21T03:00:00Z");
        served = Served.of(Estate.shipped(folder));
        browser = new Browser(served, Browser.installed().orElseThrow());
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), new By("operator-1", "the first night"), Optional.empty());
        operations.awaitIdle();
        ChangesAhead ahead = served.context.get(ChangesAhead.class);
        ahead.refresh(LocalDate.parse("2026-11-21"));
        ahead.awaitIdle();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
            served.close();
        }
    }

    @Test
    void lookAsTheyDid() throws IOException {
        for (String lang : List.of("en", "ja")) {
            Page dpo = browser.person("dpo-1", 1280, "light", lang);
            Page admin = browser.person("admin", 1280, "light", lang);
            for (Map.Entry<String, String> page : pages().entrySet()) {
                Page seen = page.getKey().equals("accounts") ? admin : dpo;
                seen.navigate(browser.at(page.getValue()));
                settle(seen, page.getValue());
                Picture now = Picture.of(seen.screenshot());
                Path file = FOLDER.resolve(page.getKey() + "." + lang + ".png");
                if (ASKED.equals("take") || !Files.exists(file)) {
                    now.write(file);
                }
                assertThat(now.differs(Picture.read(file))).as(file.toString()).isLessThan(TOLERATED);
            }
        }
    }

    /** What is worked out beside comes a moment later. */
    private static void settle(Page page, String path) {
        if (path.contains("to=")) {
            page.waitForSelector("#result .figs");
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("runs", "/runs");
        pages.put("run", "/runs/" + RUN);
        pages.put("datasets", "/datasets");
        pages.put("dataset", "/dataset?id=bank/customers");
        pages.put("uses", "/uses");
        pages.put("use", "/use?id=recruiter-background-resale");
        pages.put("findings", "/findings");
        pages.put("finding", "/finding?id=" + Finding.idOf("jp-appi", "recruiter-background-resale"));
        pages.put("regimes", "/regimes");
        pages.put("regime", "/regimes/jp-appi-2026");
        pages.put("what-changes", "/what-changes?from=2026-11-21&to=2028-07-16");
        pages.put("reports", "/reports");
        pages.put("trail", "/trail");
        pages.put("accounts", "/accounts");
        return pages;
    }
}
