package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.config.Faults;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why the law says of a use what it says. */
class ExplainTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    private Command explain(String use, String... more) {
        List<String> line =
                new ArrayList<>(List.of("explain", use, "--data", folder.toString(), "--as-of", DAY.toString()));
        line.addAll(List.of(more));
        return Command.audit(line.toArray(String[]::new));
    }

    @Test
    void namesArticleFactOriginAndWhatWouldTurnIt() {
        Command explain = explain("hospital-records-to-lab", "--regime", "jp-appi");
        assertThat(explain.code()).as(explain.err()).isZero();
        assertThat(explain.out())
                .contains("jp-appi: violation")
                .contains("JP-12 breached, Art. 27(1)")
                .contains("since step jp-appi.base, revision 415AC0000000057_20220401_503AC0000000037")
                .contains("consentObtained: false  <- register:register.csv:3")
                .contains("would be satisfied with ");
    }

    @Test
    void readsAsPeopleExpect() throws IOException {
        Golden.check(
                "explain/research-set.txt",
                explain("hospital-research-set", "--regime", "jp-appi").out());
    }

    @Test
    void spendsOneLineOnRegimesThatDontGovernTheUse() {
        assertThat(explain("vendor-weather-forecast").out().lines().toList())
                .hasSize(4)
                .last()
                .asString()
                .startsWith("not-applicable: ")
                .contains("cn-pipl", "jp-appi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hospital-records-to-lab",
                "hospital-research-set",
                "bank-call-summaries",
                "recruiter-bias-audit",
                "vendor-forum-llm"
            })
    void givesTheSameVerdictsWhenItsFactsAreJudgedAgain(String use) {
        JsonNode explained = JSON.readTree(explain(use, "--format", "json").out());
        Faults faults = new Faults();
        Configuration setup = Configuration.load(new Places(Path.of("config"), folder), faults);
        Judge judge = setup.regimes().judge(new JudgeOptions(DAY, Map.of(), Unconfirmed.CAP));
        List<Judgement> again = judge.judge(
                facts(explained.path("facts"), setup),
                explained.path("weakScan").asBoolean());
        JsonNode regimes = explained.path("regimes");
        assertThat(regimes.size()).isEqualTo(again.size()).isPositive();
        for (int i = 0; i < again.size(); i++) {
            JsonNode regime = regimes.path(i);
            Judgement judgement = again.get(i);
            assertThat(regime.path("regime").asString()).isEqualTo(judgement.regime());
            assertThat(regime.path("verdict").asString())
                    .isEqualTo(judgement.verdict().word());
            assertThat(regime.path("provisional").asBoolean()).isEqualTo(judgement.provisional());
            assertThat(outcomes(regime))
                    .isEqualTo(judgement.rules().stream()
                            .map(rule -> rule.rule() + " " + rule.outcome().word())
                            .filter(rule -> !rule.startsWith(Judgement.SCOPE))
                            .toList());
        }
    }

    private static List<String> outcomes(JsonNode regime) {
        return regime.path("rules")
                .valueStream()
                .map(rule -> rule.path("rule").asString() + " "
                        + rule.path("outcome").asString())
                .toList();
    }

    private static Facts facts(JsonNode written, Configuration setup) {
        List<Fact> facts = new ArrayList<>();
        written.properties().forEach(field -> {
            boolean day = setup.facts()
                    .find(field.getKey())
                    .filter(fact -> fact.type() == FactType.DATE)
                    .isPresent();
            facts.add(Fact.of(field.getKey(), value(field.getValue(), day), "replay"));
        });
        return Facts.of(facts);
    }

    private static FactValue value(JsonNode value, boolean day) {
        if (value.isBoolean()) {
            return new FactValue.Bool(value.booleanValue());
        }
        if (value.isIntegralNumber()) {
            return new FactValue.Whole(value.longValue());
        }
        if (value.isArray()) {
            return FactValue.Members.of(
                    value.valueStream().map(JsonNode::asString).toList());
        }
        return day ? new FactValue.Day(LocalDate.parse(value.asString())) : new FactValue.Text(value.asString());
    }

    @Test
    void readsOnlyTheDatasetOfTheUse() throws IOException {
        Estate estate = Estate.small(folder);
        Files.delete(estate.path("data/patients.csv"));
        assertThat(estate.audit("explain", "u2").code()).isZero();
        assertThat(estate.audit("explain", "u1").code()).isEqualTo(3);
        assertThat(estate.audit("explain", "u1").out()).contains("weak scan: dataset 'own/patients' was not scanned");
        try (Stream<Path> data = Files.list(folder)) {
            assertThat(data.map(Path::getFileName)).doesNotContain(Path.of("var"));
        }
    }

    @Test
    void explainsEachLineOfJudgeWhenAsked() throws IOException {
        Path uses = folder.resolve("uses.jsonl");
        Files.writeString(
                uses,
                "{\"id\":\"a\",\"facts\":{\"actorCountries\":[\"JP\"],\"categories\":[\"contact\"],"
                        + "\"actorOrgType\":\"private\",\"purposeSpecified\":false}}\n");
        Command judge = Command.audit("judge", uses.toString(), "--regime", "jp-appi", "--explain");
        assertThat(judge.code()).as(judge.err()).isEqualTo(1);
        JsonNode why = JSON.readTree(judge.out()).path("explanation");
        assertThat(why.path("governs").path("truth").asString()).isEqualTo("true");
        assertThat(why.path("rules").path(0).path("rule").asString()).isEqualTo("JP-01");
        assertThat(why.path("rules")
                        .path(0)
                        .path("turns")
                        .path(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("satisfied");
        assertThat(Command.audit("judge", uses.toString(), "--regime", "jp-appi")
                        .out())
                .doesNotContain("explanation");
    }

    @Test
    void saysWhatABreachCanCostAsFarAsTheFactsTell() throws IOException {
        assertThat(explain("hospital-records-to-lab", "--regime", "jp-appi").out())
                .contains("sanction SJ1 applies");
        Path uses = folder.resolve("uses.jsonl");
        Files.writeString(uses, """
                {"id":"a","facts":{"actorCountries":["JP"],"categories":["contact"],"actorOrgType":"private",\
                "route":["statistical-exemption"],"recipientType":"third-party","onwardUseRecorded":true}}
                """);
        Command judge = Command.audit(
                "judge",
                uses.toString(),
                "--regime",
                "jp-appi-2026",
                "--as-of",
                "2028-07-16",
                "--assume",
                "jp-appi-2026.main=2028-07-16");
        JsonNode breached = JSON.readTree(judge.out())
                .path("rules")
                .valueStream()
                .filter(rule -> rule.path("rule").asString().equals("J26-08"))
                .findFirst()
                .orElseThrow();
        assertThat(breached.path("outcome").asString()).isEqualTo("breached");
        assertThat(breached.path("sanctions").toString())
                .isEqualTo("[{\"code\":\"S26-F\",\"standing\":\"unknown\",\"missing\":[\"distinctSubjects\"]}]");
    }

    @Test
    void namesTheLawAndItsRulesInTheLawsOwnLanguage() {
        assertThat(explain("vendor-forum-llm", "--regime", "cn-pipl").out())
                .contains("Personal Information Protection Law / 中华人民共和国个人信息保护法");
        assertThat(explain("hospital-records-to-lab", "--regime", "jp-appi").out())
                .contains("Act on the Protection of Personal Information / 個人情報の保護に関する法律");
    }

    @Test
    void refusesAUseThatNoRegisterHas() {
        Command explain = explain("hospital-record-to-lab");
        assertThat(explain.code()).isEqualTo(2);
        assertThat(explain.out()).isEmpty();
        assertThat(explain.err()).contains("did you mean 'hospital-records-to-lab'?");
        assertThat(explain("hospital-records-to-lab", "--regime", "jp-apppi").code())
                .isEqualTo(2);
        assertThat(explain("hospital-records-to-lab", "--format", "csv").code()).isEqualTo(2);
    }
}
