package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** The shipped packs beside a real answer of e-Gov, and beside the same answer with a date moved. */
class LawWatchTest {

    private static final String MAIN = "415AC0000000057_20280716_508AC0000000056";

    private static Regimes regimes;
    private static String real = "";

    @BeforeAll
    static void load() throws IOException {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(Path.of("..", "config"), faults);
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        regimes = Regimes.load(files, taxonomy, FactCatalogue.load(files, taxonomy, faults), faults);
        real = Files.readString(Packs.folder("law").resolve("law_revisions-415AC0000000057.json"));
    }

    private static LawAnswer answer(String text) {
        Faults faults = new Faults();
        Optional<LawAnswer> answer = LawAnswer.read(ConfigFile.of("answer.json", text), faults);
        return answer.orElseThrow(() -> new AssertionError(faults.text()));
    }

    private static List<String> differences(String regime, String text) {
        return LawWatch.compare(regimes.get(regime).orElseThrow(), answer(text)).stream()
                .map(LawDifference::message)
                .toList();
    }

    @Test
    void readsEveryRowOfTheRealAnswer() {
        LawAnswer answer = answer(real);
        assertThat(answer.lawId()).isEqualTo("415AC0000000057");
        assertThat(answer.updated()).isEqualTo("2026-07-17");
        assertThat(answer.revisions()).hasSize(35);
        assertThat(answer.revisions()).filteredOn(row -> !row.isFixed()).hasSize(4);
    }

    @Test
    void agreesWithTheShippedPacks() {
        assertThat(differences("jp-appi", real)).isEmpty();
        assertThat(differences("jp-appi-2026", real)).isEmpty();
    }

    @Test
    void tellsALatestDayThatWasBroughtForward() {
        String moved = real.replace("2028-07-16", "2028-04-01").replace("20280716", "20280401");
        assertThat(differences("jp-appi-2026", moved))
                .containsExactly(
                        "steps.main.revision: the pack says " + MAIN
                                + ", the authority says 415AC0000000057_20280401_508AC0000000056",
                        "steps.main.latest: the pack says 2028-07-16, the authority says 2028-04-01");
        assertThat(differences("jp-appi", moved)).isEmpty();
    }

    @Test
    void tellsADayThatMovedUnderTheSameId() {
        String row = "{\"law_revision_id\":\"415AC0000000057_20270117_508AC0000000056\"";
        int at = real.indexOf(row);
        String moved = real.substring(0, at)
                + real.substring(at)
                        .replaceFirst(
                                "\"amendment_enforcement_date\":\"2027-01-17\"",
                                "\"amendment_enforcement_date\":\"2027-02-01\"");
        assertThat(differences("jp-appi-2026", moved))
                .containsExactly("steps.procedure.date: the pack says 2027-01-17, the authority says 2027-02-01");
    }

    @Test
    void tellsThatAnOrderFixedTheDay() {
        String fixed = real.replace(
                "\"amendment_enforcement_date\":\"2028-07-16\",\"amendment_enforcement_comment\":"
                        + "\"公布の日から起算して二年を超えない範囲内において政令で定める日\","
                        + "\"amendment_scheduled_enforcement_date\":\"2028-07-16\"",
                "\"amendment_enforcement_date\":\"2028-04-01\",\"amendment_enforcement_comment\":null,"
                        + "\"amendment_scheduled_enforcement_date\":null");
        assertThat(differences("jp-appi-2026", fixed))
                .containsExactly(
                        "steps.main.certainty: the pack says no fixed day, the authority says fixed on 2028-04-01");
    }

    @Test
    void tellsAPromulgationAndARevisionThatTheAuthorityNoLongerHas() {
        assertThat(differences("jp-appi-2026", real.replace("508AC0000000056", "508AC0000000099")))
                .contains("authority.amendedBy: the pack says 508AC0000000056, the authority no longer has it")
                .contains("steps.main.revision: the pack says " + MAIN + ", the authority no longer has it");
        String other = real.replace(
                "\"amendment_promulgate_date\":\"2026-07-17\"", "\"amendment_promulgate_date\":\"2026-07-18\"");
        assertThat(differences("jp-appi-2026", other))
                .containsExactly("authority.promulgated: the pack says 2026-07-17, the authority says 2026-07-18");
    }

    @Test
    void listsTextsToComeThatNoPackNames() {
        List<Regime> both = List.of(
                regimes.get("jp-appi").orElseThrow(),
                regimes.get("jp-appi-2026").orElseThrow());
        assertThat(LawWatch.unnamed(both, answer(real), LocalDate.of(2026, 11, 21)))
                .extracting(LawAnswer.Revision::enforced)
                .extracting(LocalDate::toString)
                .containsExactly("2026-12-31", "2027-04-01", "2027-04-16", "2028-12-23");
    }

    @Test
    void concernsNoRegimeOfAnotherLaw() {
        String other = real.replace("415AC0000000057", "425AC0000000027");
        assertThat(differences("jp-appi", other)).isEmpty();
        assertThat(LawWatch.concerns(regimes.get("eu-gdpr").orElseThrow(), answer(real)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"law_info\": {\"law_id\": \"1\"}, | a.json:1:",
                "{\"law_info\": 1, \"law_info\": 2} | a.json:1:",
                "[] | a.json:1:1: expected an answer with 'law_info' and 'revisions', but found a list",
                "{} | a.json:1:1: member 'law_info' is missing",
                "{\"law_info\": {\"law_id\": \"a b\"}, \"revisions\": []} | a.json:1:25: expected an id such as",
                "{\"law_info\": {\"law_id\": \"1\"}, \"revisions\": []} | a.json:1:44: expected the revisions as a list",
                "{\"law_info\": {\"law_id\": \"1\"}, \"revisions\": [{}]} | a.json:1:45: member 'law_revision_id'",
                "law_info: {law_id: x} | a.json:1:1: not JSON"
            })
    void refusesABrokenAnswerWithItsPlace(String text, String message) {
        Faults faults = new Faults();
        assertThat(LawAnswer.read(ConfigFile.of("a.json", text), faults)).isEmpty();
        assertThat(faults.text()).contains("ERROR: " + message);
    }

    @Test
    void tellsEveryWrongDateAtOnce() {
        Faults faults = new Faults();
        String wrong = real.replace("\"amendment_enforcement_date\":\"2028-", "\"amendment_enforcement_date\":\"2028/");
        assertThat(LawAnswer.read(ConfigFile.of("a.json", wrong), faults)).isEmpty();
        assertThat(faults.all()).hasSize(2);
        assertThat(faults.text()).contains("expected a date such as 2026-11-21, but found '2028/12-23'");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        Faults faults = new Faults();
        byte[] bytes = "{\"law_info\": {\"law_id\": \"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(LawAnswer.read(ConfigFile.of("a.json", bytes), faults)).isEmpty();
        assertThat(faults.text()).startsWith("ERROR: a.json");
    }
}
