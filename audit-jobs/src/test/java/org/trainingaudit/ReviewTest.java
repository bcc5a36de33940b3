package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.LiveEstate;
import org.trainingaudit.operate.Nights;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.use.ColumnReview.Decision;
import org.trainingaudit.use.Moment;
import tools.jackson.databind.json.JsonMapper;

/** Saying of a column what it holds, what the runs then make of it, and what becomes of it when the data change. */
class ReviewTest {

    private static final String MEDICAL = "health.medical_history";

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private Estate estate;
    private Places places;
    private Configuration configuration;
    private AuditContext context;

    @BeforeEach
    void begin() {
        estate = Estate.small(folder);
        start();
    }

    private void start() {
        places = new Places(estate.path("config"), estate.path("var"));
        Faults faults = new Faults();
        configuration = Configuration.load(places, faults);
        faults.throwIfAny();
        context = AuditContext.start(AuditApplication.class, places, configuration, new Noting(notes));
    }

    @AfterEach
    void end() {
        context.close();
    }

    /** Keeps what the operator is told. */
    private record Noting(List<String> notes) implements Progress {
        @Override
        public void begin(String step, long things) {}

        @Override
        public void done(String step) {}

        @Override
        public void end(String step) {}

        @Override
        public void note(String text) {
            synchronized (notes) {
                notes.add(text);
            }
        }
    }

    private Run run() {
        notes.clear();
        return context.get(Nights.class).run(RunRequest.everything()).run();
    }

    private Reviewing reviewing() {
        return context.get(Reviewing.class);
    }

    private static ReviewRequest reject(String column, String category) {
        return new ReviewRequest("own/patients", column, category, Decision.REJECTED, "dpo-1", "a list of exercises");
    }

    private static ReviewRequest confirm(String dataset, String column, String category) {
        return new ReviewRequest(dataset, column, category, Decision.CONFIRMED, "dpo-2", "the codes are of the clinic");
    }

    private List<Entry> entries(String kind) {
        TrailReader reader = TrailReader.of(places.trail());
        List<Entry> found = new ArrayList<>();
        for (Entry entry : reader.entries(reader.checkpoint().checkpoint().size())) {
            if (entry.kind().equals(kind)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The lines of a report of the run that have all of these. */
    private List<String> lines(Run run, String report, String... words) throws IOException {
        return Files.readAllLines(places.reports().resolve(run.folder()).resolve(report)).stream()
                .filter(line -> Stream.of(words).allMatch(word -> line.contains("," + word + ",")))
                .toList();
    }

    /** A fact of a use, as the last run has it; a look without a run has to say the same. */
    private String fact(String use, String fact) {
        String recorded = entries("use").stream()
                .filter(entry -> entry.body().path("use").asString().equals(use))
                .reduce((one, later) -> later)
                .orElseThrow()
                .body()
                .path("facts")
                .valueStream()
                .filter(stated -> stated.path("fact").asString().equals(fact))
                .map(stated -> stated.path("value").toString())
                .findFirst()
                .orElse("");
        String now = LiveEstate.open(configuration, places, Moment.on(LocalDate.EPOCH), notes::add)
                .use(use)
                .orElseThrow()
                .use()
                .facts()
                .get(fact)
                .map(stated ->
                        JsonMapper.shared().writeValueAsString(stated.value().json()))
                .orElse("");
        assertThat(now).as("without a run").isEqualTo(recorded);
        return recorded;
    }

    @Test
    void takesARejectedCategoryAwayUntilTheDataChange() throws IOException {
        Run found = run();
        assertThat(lines(found, "inventory.csv", "病名", MEDICAL))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(",true,,,"));
        assertThat(fact("u5", "categories")).contains(MEDICAL);

        reviewing().review(reject("病名", MEDICAL));
        assertThat(entries("column_review"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.body().toString())
                        .contains(
                                "\"decision\":\"rejected\"",
                                "\"actor\":\"dpo-1\"",
                                "\"column\":\"病名\"",
                                "\"until\":null"));
        Run rejected = run();
        assertThat(lines(rejected, "inventory.csv", "病名", MEDICAL, "rejected", "dpo-1"))
                .hasSize(1);
        assertThat(lines(rejected, "categories.csv", MEDICAL)).isEmpty();
        assertThat(fact("u5", "categories")).doesNotContain(MEDICAL).contains("contact.email");
        assertThat(lines(rejected, "reconciliation.csv", "u5", "settled"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("categories/" + MEDICAL));
        assertThat(notes).noneMatch(note -> note.contains("review"));
        assertThat(entries("classification").stream()
                        .filter(entry -> entry.run().equals(rejected.key())))
                .as("what is new in a night whose data haven't changed")
                .hasSize(1);

        estate.write(
                "data/patients.csv", Files.readString(estate.path("data/patients.csv")) + "3,山本三郎,c@example.com,喘息\n");
        Run changed = run();
        assertThat(lines(changed, "inventory.csv", "病名", MEDICAL, "rejected-overtaken", "dpo-1"))
                .hasSize(1);
        assertThat(fact("u5", "categories")).contains(MEDICAL);
        assertThat(lines(changed, "reconciliation.csv", "u5", "settled")).isEmpty();
        assertThat(notes)
                .anyMatch(note -> note.startsWith("WARN: own/patients: review 1 (dpo-1, ")
                        && note.contains("is overtaken: the data have changed since"));
        assertThat(reviewing().all()).singleElement().matches(Reviewing.Listed::overtaken);

        reviewing().withdraw(1, "dpo-2", "looked at again");
        assertThat(lines(run(), "inventory.csv", "病名", MEDICAL))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(",true,,,"));
    }

    @Test
    void addsAConfirmedCategoryAndLeavesItInDoubtWhenTheDataChange() throws IOException {
        run();
        reviewing().review(confirm("own/prices", "item", MEDICAL));
        Run confirmed = run();
        assertThat(lines(confirmed, "inventory.csv", "item", MEDICAL, "review", "confirmed", "dpo-2"))
                .hasSize(1);
        assertThat(lines(confirmed, "categories.csv", "*")).anyMatch(line -> line.contains("," + MEDICAL + ","));
        assertThat(fact("u2", "categories")).isEqualTo("[\"" + MEDICAL + "\"]");

        Run then = context.get(Nights.class)
                .run(RunRequest.everything().knownAt(Optional.of(LocalDate.of(2020, 1, 1))))
                .run();
        assertThat(lines(then, "inventory.csv", "item", MEDICAL))
                .as("nobody knew it then")
                .isEmpty();

        estate.write("data/prices.csv", "item,price\nscrew,3\n");
        Run changed = run();
        assertThat(lines(changed, "inventory.csv", "item", MEDICAL, "0.50", "confirmed-overtaken"))
                .hasSize(1);
        assertThat(fact("u2", "categories")).isEqualTo("[]");
        assertThat(fact("u2", "categoriesUncertain")).isEqualTo("[\"" + MEDICAL + "\"]");
    }

    @Test
    void tellsAllFaultsAtOnceAndRecordsNothing() {
        Command nothing = Command.audit(estate.arguments("review", "own/prices", "item", "contact"));
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("expected DATASET COLUMN CATEGORY with --confirm or --reject");
        run();
        ReviewRequest wrong =
                new ReviewRequest("own/prices", "itm", "health.medcal", Decision.CONFIRMED, "Dr. Who", " ");
        assertThatThrownBy(() -> reviewing().review(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dataset 'own/prices' has no column 'itm'; did you mean 'item'?")
                .hasMessageContaining("unknown category 'health.medcal'")
                .hasMessageContaining("an account's id has 1 to 64")
                .hasMessageContaining("why it is confirmed is missing");
        ReviewRequest missing = new ReviewRequest(
                "own/pries", "item", MEDICAL, Decision.REJECTED, "dpo-1", "ask ann.lee@example.com of the clinic");
        assertThatThrownBy(() -> reviewing().review(missing))
                .hasMessageContaining("no run has read a dataset 'own/pries'; did you mean 'own/prices'?")
                .hasMessageContaining("the reason seems to hold personal data (contact.email")
                .hasMessageNotContaining("ann.lee");
        assertThatThrownBy(() -> reviewing().review(reject("email", MEDICAL)))
                .hasMessageContaining("so there is nothing to reject; it found contact.email");
        assertThatThrownBy(() -> reviewing().withdraw(7, "dpo-1", "by mistake"))
                .hasMessageContaining("there is no review 7");
        assertThat(entries("column_review")).isEmpty();
    }

    @Test
    void isSaidAndListedAtTheCommandLine() {
        run();
        context.close();
        Command said = estate.audit(
                "review",
                "own/prices",
                "item",
                MEDICAL,
                "--confirm",
                "--by",
                "dpo-1",
                "--reason",
                "codes of the clinic");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("1  own/prices  item  health.medical_history  confirmed on ", "by dpo-1: codes");
        assertThat(estate.audit("review", "list", "own/prices").out()).isEqualTo(said.out());
        start();
    }
}
