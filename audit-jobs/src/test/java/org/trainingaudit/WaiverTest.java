package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.config.Faults;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.Waiving;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailReader;

/** Findings over several runs, and waivers, as people use them. */
class WaiverTest {

    private static final String BLOCKED =
            "select count(*) from information_schema.sessions where blocker_id is not null";
    private static final String U1 = Finding.idOf("jp-appi", "u1");

    @TempDir
    Path folder;

    @Test
    void acceptsAFindingForATimeByTwoPeople() throws IOException {
        Estate estate = Estate.small(folder);
        assertThat(estate.audit("run").code()).isEqualTo(1);
        Command asked = request(estate, "--finding", U1);
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(asked.out()).contains("W-1 is requested");
        Command self = estate.audit("waiver", "approve", "W-1", "--by", "dpo-1");
        assertThat(self.code()).isEqualTo(2);
        assertThat(self.err()).contains("another person must decide");
        assertThat(estate.audit("run").code()).isEqualTo(1);
        assertThat(column(estate, "status")).contains("waiver-requested");
        Command approved = estate.audit("waiver", "approve", "W-1", "--by", "dpo-2");
        assertThat(approved.code()).as(approved.err()).isZero();
        approveTheRest(estate);
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).doesNotContain("(0 waived)").contains("still open");
        assertThat(column(estate, "status")).contains("waived").doesNotContain("open");
        assertThat(estate.audit("waiver", "list").out()).contains("W-1").contains("approved");
        assertThat(Command.audit("verify", estate.path("var/trail").toString(), "--key", run.vkey())
                        .code())
                .isZero();
        assertFoldEqualsProjection(estate);
    }

    @Test
    void reopensLoudlyWhatIsNoLongerAccepted() throws IOException {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        request(estate, "--finding", U1);
        estate.audit("waiver", "approve", "W-1", "--by", "dpo-2");
        estate.audit("run");
        assertFoldEqualsProjection(estate);
        Command withdrawn = estate.audit("waiver", "withdraw", "W-1", "--by", "dpo-3", "--reason", "ticket 99");
        assertThat(withdrawn.code()).as(withdrawn.err()).isZero();
        Command run = estate.audit("run");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("0 newly opened, 1 reopened");
        assertThat(column(estate, "status")).doesNotContain("waived");
        assertFoldEqualsProjection(estate);
    }

    @Test
    void reopensAFindingThatGetsWorse() throws IOException {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        request(estate, "--use", "u1");
        estate.audit("waiver", "approve", "W-1", "--by", "dpo-2");
        Path register = estate.path("data/register.csv");
        Files.writeString(
                register,
                Files.readString(register)
                        .replace(
                                "health.medical_history;contact,false,false",
                                "health.medical_history;contact;criminal.record,false,false"));
        Command run = estate.audit("run");
        assertThat(run.out()).contains(" reopened").doesNotContain("0 reopened");
        assertThat(entries(estate))
                .anyMatch(entry -> entry.contains("waiver W-1 overtaken: also category criminal.record"));
        assertFoldEqualsProjection(estate);
    }

    /** Both come to one finding: what the night saw of it stays, and it is waived. */
    @Test
    void keepsWhatANightChangesInTheMiddleOfAnApproval() throws Exception {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        request(estate, "--use", "u1");
        Places places = new Places(estate.path("config"), estate.path("var"));
        Configuration configuration = Configuration.load(places, new Faults());
        try (AuditContext context =
                AuditContext.start(AuditApplication.class, places, configuration, Progress.SILENT)) {
            JdbcTemplate jdbc = context.get(JdbcTemplate.class);
            Waiving waiving = context.get(Waiving.class);
            TransactionTemplate night = new TransactionTemplate(context.get(PlatformTransactionManager.class));

            Future<Waiver> approval = Objects.requireNonNull(night.execute(status -> {
                jdbc.update("update finding set owner = 'tonight' where finding_id = ?", U1);
                FutureTask<Waiver> waits = new FutureTask<>(() -> waiving.approve("W-1", "dpo-2", ""));
                new Thread(waits).start();
                while (jdbc.queryForObject(BLOCKED, Integer.class) == 0 && !waits.isDone()) {
                    Thread.onSpinWait();
                }
                return waits;
            }));

            assertThat(approval.get(1, TimeUnit.MINUTES).state()).isEqualTo(Waiver.State.APPROVED);
            Finding finding = context.get(Findings.class).find(U1).orElseThrow();
            assertThat(finding.care().owner()).isEqualTo("tonight");
            assertThat(finding.accepted().map(Finding.Acceptance::waiver)).contains("W-1");
        }
    }

    @Test
    void refusesWhatAWaiverCannotBe() {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        assertThat(request(estate, "--finding", "0000000000000000").err()).contains("no open finding");
        assertThat(request(estate, "--regime", "jp-appi").err()).contains("too wide");
        Command late = estate.audit(
                "waiver", "request", "--finding", U1, "--by", "dpo-1", "--reason", "x", "--until", "2999-01-01");
        assertThat(late.code()).isEqualTo(2);
        assertThat(late.err()).contains("a waiver's last day lies between");
        Command personal = estate.audit(
                "waiver",
                "request",
                "--finding",
                U1,
                "--by",
                "dpo-1",
                "--until",
                "2999-01-01",
                "--reason",
                "agreed with taro.yamada@example.com");
        assertThat(personal.err())
                .contains("seems to hold personal data (contact.email")
                .doesNotContain("taro");
        assertThat(request(estate, "--finding", U1, "--by", "Taro Yamada").err())
                .contains("an account's id");
        assertThat(estate.audit("waiver", "approve", "W-9", "--by", "dpo-2").err())
                .contains("no waiver 'W-9'");
        assertThat(estate.audit("waiver", "list").out()).isEqualToIgnoringNewLines("There are no waivers.");
    }

    private static Command request(Estate estate, String... more) {
        List<String> arguments = new ArrayList<>(List.of("request", "--reason", "ticket 12", "--until", until()));
        if (!List.of(more).contains("--by")) {
            arguments.addAll(List.of("--by", "dpo-1"));
        }
        arguments.addAll(List.of(more));
        return estate.audit("waiver", arguments.toArray(String[]::new));
    }

    /** The command line has the machine's clock, and waivers reach a year at most. */
    private static String until() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(30).toString();
    }

    private static void approveTheRest(Estate estate) throws IOException {
        int number = 2;
        for (String finding : column(estate, "finding").stream().distinct().toList()) {
            if (!finding.equals(U1)) {
                request(estate, "--finding", finding);
                assertThat(estate.audit("waiver", "approve", "W-" + number++, "--by", "dpo-2")
                                .code())
                        .isZero();
            }
        }
    }

    private static List<String> column(Estate estate, String name) throws IOException {
        List<List<String>> lines = Csv.lines(Files.readString(newest(estate).resolve("findings.csv")));
        int at = lines.get(0).indexOf(name);
        return lines.subList(1, lines.size()).stream().map(line -> line.get(at)).toList();
    }

    private static Path newest(Estate estate) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private static List<String> entries(Estate estate) {
        var reader = TrailReader.of(estate.path("var/trail"));
        List<String> entries = new ArrayList<>();
        reader.entries(reader.checkpoint().checkpoint().size())
                .forEach(entry -> entries.add(entry.body().toString()));
        return entries;
    }

    /** The report is folded from the trail alone, the projection kept by the runs. */
    private static void assertFoldEqualsProjection(Estate estate) throws IOException {
        List<List<String>> lines = Csv.lines(Files.readString(newest(estate).resolve("findings.csv")));
        List<String> header = lines.get(0);
        Map<String, String> folded = new TreeMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            folded.merge(
                    line.get(header.indexOf("finding")),
                    String.join(
                                    " ",
                                    line.get(header.indexOf("status")),
                                    line.get(header.indexOf("opened_on")),
                                    line.get(header.indexOf("reopened_count")),
                                    line.get(header.indexOf("owner")),
                                    line.get(header.indexOf("due_on")),
                                    line.get(header.indexOf("closed_on")))
                            + " "
                            + line.get(header.indexOf("rule_id")),
                    (one, other) -> one + "," + other.substring(other.lastIndexOf(' ') + 1));
        }
        Places places = new Places(estate.path("config"), estate.path("var"));
        Configuration configuration = Configuration.load(places, new Faults());
        Map<String, String> kept = new TreeMap<>();
        try (AuditContext context =
                AuditContext.start(AuditApplication.class, places, configuration, Progress.SILENT)) {
            Findings findings = context.get(Findings.class);
            var today = context.get(BusinessDate.class).today();
            for (Finding finding : findings.page("", 1000)) {
                String status = !finding.open()
                        ? "closed"
                        : findings.waiverOf(finding, today).isPresent() ? "waived" : "open";
                kept.put(
                        finding.id(),
                        String.join(
                                " ",
                                status,
                                finding.days().firstOpened().toString(),
                                Integer.toString(finding.reopened()),
                                finding.care().owner(),
                                finding.care().dueOn().map(Object::toString).orElse(""),
                                finding.days().closed().map(Object::toString).orElse(""),
                                String.join(",", finding.rules())));
            }
        }
        assertThat(folded).isNotEmpty().isEqualTo(kept);
    }
}
