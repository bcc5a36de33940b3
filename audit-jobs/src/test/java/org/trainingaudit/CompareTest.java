package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.Faults;
import org.trainingaudit.operate.LiveEstate;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.Moment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What changes on a day, for which use, and by which rule. */
class CompareTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate LATEST = LocalDate.of(2028, 7, 16);
    private static final String[] TWO_DATES = {"--from", "2026-11-21", "--to", "2028-07-16"};

    @TempDir
    Path folder;

    private Command demo(String... more) {
        List<String> line = new ArrayList<>(List.of("compare", "--data", folder.toString()));
        line.addAll(List.of(TWO_DATES));
        line.addAll(List.of(more));
        return Command.audit(line.toArray(String[]::new));
    }

    @Test
    void tellsWhatTheAmendmentDoesToTheDemoEstateAndLeavesNothingBehind() throws IOException {
        Command compare = demo();
        assertThat(compare.code()).as(compare.err()).isZero();
        Golden.check("compare/demo.txt", compare.out());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void writesTheSameAsCsv() throws IOException {
        Command compare = demo("--format", "csv");
        assertThat(compare.code()).as(compare.err()).isZero();
        Golden.check("compare/demo.csv", compare.out());
    }

    @Test
    void agreesWithWhatARunSaysOnEitherDateExceptOfPreviews() {
        JsonNode report = JSON.readTree(demo("--format", "json", "--all").out());
        assertThat(report.path("assumed").path(0).path("step").asString()).isEqualTo("jp-appi-2026.main");
        assertThat(report.path("assumed").path(0).path("basis").asString()).isEqualTo("latest");
        assertThat(uses(report, "newly-lawful")).contains("hospital-records-to-lab", "vendor-forum-statistics");
        assertThat(uses(report, "newly-unlawful"))
                .contains("vendor-support-own-model", "vendor-toy-voices", "vendor-face-gallery-resale");
        Set<String> before = new TreeSet<>();
        Set<String> after = new TreeSet<>();
        for (JsonNode pair : report.path("changes")) {
            String name =
                    pair.path("use").asString() + " " + pair.path("regime").asString() + " ";
            before.add(name + pair.path("before").path("verdict").asString());
            after.add(name + pair.path("after").path("verdict").asString());
        }
        assertThat(after).isEqualTo(verdicts(LATEST, Map.of("jp-appi-2026.main", LATEST)));
        Set<String> run = verdicts(LocalDate.of(2026, 11, 21), Map.of());
        before.removeIf(CompareTest::isPreview);
        run.removeIf(CompareTest::isPreview);
        assertThat(before).isEqualTo(run).hasSizeGreaterThan(200);
    }

    private static boolean isPreview(String verdict) {
        return verdict.contains(" jp-appi-2026 ");
    }

    private Set<String> verdicts(LocalDate day, Map<String, LocalDate> assumed) {
        Configuration setup = Configuration.load(new Places(Path.of("config"), folder), new Faults());
        Judge judge = setup.regimes().judge(new JudgeOptions(day, assumed, Unconfirmed.CAP));
        Set<String> verdicts = new TreeSet<>();
        LiveEstate.open(setup, new Places(Path.of("config"), folder), Moment.on(LocalDate.of(2026, 11, 21)), note -> {})
                .forEach(use -> judge.judge(use.use().facts(), use.weakScan())
                        .forEach(said -> verdicts.add(use.use().id() + " " + said.regime() + " "
                                + said.verdict().word())));
        return verdicts;
    }

    private static List<String> uses(JsonNode report, String group) {
        return report.path("changes")
                .valueStream()
                .filter(change -> change.path("group").asString().equals(group))
                .map(change -> change.path("use").asString())
                .toList();
    }

    @Test
    void countsAddUpForAnyUses() {
        Estate estate = Estate.small(folder);
        Random random = new Random(20261121);
        StringBuilder register = new StringBuilder("use,dataset,training,actorCountries,subjectCountries,activity,"
                + "categories,purposeIncludesAiTraining,consentObtained,recipientType,route,modelKind\n");
        int count = 60;
        for (int i = 0; i < count; i++) {
            register.append('r').append(i).append(',').append(any(random, "own/patients", "own/prices", "own/broken"));
            register.append(",m,")
                    .append(any(random, "JP", "DE", ""))
                    .append(',')
                    .append(any(random, "JP", "DE", ""));
            register.append(',').append(any(random, "train-own", "acquire", "provide-third-party", ""));
            register.append(',').append(any(random, "contact", "health.medical_history", "criminal.record", ""));
            register.append(',')
                    .append(any(random, "true", "false", ""))
                    .append(',')
                    .append(any(random, "true", ""));
            register.append(',').append(any(random, "third-party", "none", "entrusted-processor", ""));
            register.append(',').append(any(random, "statistical-exemption", "opt-out", ""));
            register.append(',')
                    .append(any(random, "statistical", "generative", ""))
                    .append('\n');
        }
        estate.write("data/register.csv", register.toString());
        Command compare = estate.audit("compare", "--from", "2026-11-21", "--to", "2028-07-16", "--format", "json");
        assertThat(compare.code()).as(compare.err()).isZero();
        JsonNode report = JSON.readTree(compare.out());
        assertThat(report.path("uses").asInt()).isEqualTo(count);
        assertThat(sum(report.path("pairs")))
                .isEqualTo(count * report.path("regimes").asInt());
        assertThat(sum(report.path("worst"))).isEqualTo(count);
        assertThat(report.path("changes").size())
                .isPositive()
                .isEqualTo(sum(report.path("pairs"))
                        - report.path("pairs").path("unchanged").asInt());
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static int sum(JsonNode counts) {
        return counts.valueStream().mapToInt(JsonNode::asInt).sum();
    }

    @Test
    void takesAnotherDayForAStepWhenAsked() {
        Command compare = Estate.small(folder)
                .audit(
                        "compare",
                        "--from",
                        "2026-11-21",
                        "--to",
                        "2028-07-16",
                        "--assume",
                        "jp-appi-2026.main=2027-10-01");
        assertThat(compare.out())
                .contains("Assumed: jp-appi-2026.main on 2027-10-01, as asked")
                .contains("2027-10-01 ?");
    }

    @Test
    void saysWhichStepMayComeLater() {
        Command compare =
                Command.audit("compare", "--data", folder.toString(), "--from", "2026-11-21", "--to", "2027-12-31");
        assertThat(compare.out())
                .contains("Not assumed: jp-appi-2026.main, whose day isn't fixed, can come until 2028-07-16")
                .contains("  2028-07-16 ?");
    }

    @Test
    void endsWithThreeWhenADatasetCantBeRead() throws IOException {
        Estate estate = Estate.small(folder);
        Files.delete(estate.path("data/patients.csv"));
        Command compare = estate.audit("compare", TWO_DATES);
        assertThat(compare.code()).isEqualTo(3);
        assertThat(compare.err()).contains("dataset 'own/patients' could not be read");
    }

    @Test
    void refusesWhatCantBeCompared() {
        assertThat(refused("--from", "2028-01-01", "--to", "2027-01-01")).contains("give the earlier date first");
        assertThat(refused("--from", "2029-01-01", "--to", "2030-01-01"))
                .contains("step 'main' had to come by 2028-07-16");
        assertThat(refused("--from", "2026-11-21", "--to", "2030-01-01", "--assume", "jp-appi-2026.mian=2027-01-01"))
                .contains("did you mean 'jp-appi-2026.main'?");
        assertThat(refused("--from", "2026-11-21", "--to", "someday")).contains("--to");
        assertThat(refused("--from", "2026-11-21")).contains("--to");
    }

    private static String refused(String... arguments) {
        Command compare = Command.audit(
                Stream.concat(Stream.of("compare"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(compare.code()).isEqualTo(2);
        assertThat(compare.out()).isEmpty();
        return compare.err();
    }
}
