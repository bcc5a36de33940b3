package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import house.Guides;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import serving.Clocked;

/**
 * What guides show in blocks of {@code sh} is typed here as a reader would, in its order, on the estate that ships. What needs
 * root, a cluster or a terminal stands there as {@code text}. {@link ReadmeTest} does the same for the README.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideCommandsTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern COMMENT = Pattern.compile("\\s{2,}# .*$");
    private static final Pattern KEY = Pattern.compile("<[^>]*key>");
    private static final Pattern OURS =
            Pattern.compile("(?:var|my-config)(?:/.*)?|[\\w-]+\\.(?:zip|csv)|my-checkpoint.*|reports-again");

    private static final Map<String, String> NOT_TYPED = Map.of(
            "README.md", "ReadmeTest does",
            "CONTRIBUTING.md", "whole builds; LinksTest asks for the tests that it names",
            "docs/writing-a-regime.md", "below, since its files come first",
            "docs/many-machines.md", "a key for the system's folder; OperatingTest makes one elsewhere",
            "docs/performance.md", "hours; LinksTest asks for the programs",
            "docs/scale.md", "hours; LinksTest asks for the programs",
            "docs/accuracy.md", "its data aren't here; AccuracyFloorsTest scores a part",
            "docs/accuracy-unseen.md", "minutes; UnseenFloorsTest scores the same");

    /** By what they begin with, blocks that another test types, because they need more than an estate. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "./audit trail disclose ", "DisclosureTest",
            "docs/verify-by-hand.sh ", "TrailCareTest",
            "pg_dump ", "BackUpTest",
            "tar -xf ", "BackUpTest");

    private static final String WITNESS = "./audit witness ";

    @TempDir
    static Path folder;

    private String vkey = "";

    @BeforeAll
    void doANightAndTakeItsEvidence() throws IOException {
        Clocked.set("2026-11-21T03:00:00Z");
        vkey = Command.audit(Clocked.class, arguments("./audit run")).vkey();
        Files.copy(folder.resolve("var/trail/checkpoint"), folder.resolve("my-checkpoint-of-june"));
        for (String out : List.of("evidence.zip", "bundle")) {
            String to = folder.resolve(out).toString();
            assertThat(Command.audit(Clocked.class, arguments("./audit bundle --out " + to))
                            .code())
                    .isZero();
        }
        for (String piece : List.of("entry", "left", "right", "broken.csv")) {
            Files.writeString(folder.resolve("bundle").resolve(piece), piece);
        }
    }

    /** A page that is new is typed too, unless it is written here why not. */
    static List<Path> typedHere() throws IOException {
        return Guides.all().stream()
                .filter(page -> !NOT_TYPED.containsKey(page.toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("typedHere")
    void doWhatTheGuideSays(Path guide) throws Exception {
        String text = Files.readString(guide);
        assertThat(runAll(guide) > 0).isEqualTo(BLOCK.matcher(text).find());
    }

    @Test
    void leadFromALawToItsTestedRules() throws Exception {
        Path guide = Path.of("docs/writing-a-regime.md");
        List<String> yaml = blocks(YAML, Files.readString(guide));
        shell("cp -r '" + Path.of("config").toAbsolutePath() + "' my-config", folder);
        Path regimes = folder.resolve("my-config/regimes");
        Files.writeString(regimes.resolve("clinic-code.yaml"), yaml.get(0) + "\n" + yaml.get(1));
        Files.writeString(regimes.resolve("clinic-code.cases.yaml"), yaml.get(2));
        assertThat(runAll(guide)).isEqualTo(4);
    }

    @Test
    void beAWitness() throws Exception {
        String line = Files.readAllLines(Path.of("docs/auditing.md")).stream()
                .filter(each -> each.startsWith(WITNESS))
                .findFirst()
                .orElseThrow()
                .replaceFirst("192\\.0\\.2\\.7:\\d+", "127.0.0.1:0")
                .replace(" w1/", " " + folder.resolve("w1") + "/");
        Process witness =
                Child.command(List.of(), words(line).toArray(String[]::new)).start();
        try (BufferedReader said = witness.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).startsWith("vkey:      witness.example.com/w1+");
            assertThat(said.readLine()).startsWith("listening: http://127.0.0.1:");
            assertThat(folder.resolve("w1/key")).exists();
        } finally {
            witness.destroyForcibly().waitFor();
        }
    }

    private static List<String> blocks(Pattern block, String text) {
        return block.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private int runAll(Path guide) throws Exception {
        int ran = 0;
        for (String block : blocks(BLOCK, Files.readString(guide))) {
            for (String line :
                    isTypedElsewhere(block) ? List.<String>of() : block.lines().toList()) {
                ran += run(guide, COMMENT.matcher(line).replaceAll("")) ? 1 : 0;
            }
        }
        return ran;
    }

    private static boolean isTypedElsewhere(String block) {
        for (Map.Entry<String, String> other : ELSEWHERE.entrySet()) {
            if (block.startsWith(other.getKey())) {
                assertThat(Path.of("audit-jobs/src/test/java/org/trainingaudit", other.getValue() + ".java"))
                        .content()
                        .contains(word(block));
                return true;
            }
        }
        return false;
    }

    /** What of a block the test has to speak of that is said to type it. */
    private static String word(String block) {
        return block.startsWith("./audit ")
                ? "\"" + block.split(" ", 3)[1] + "\""
                : block.replaceFirst("^docs/", "").split(" ", 2)[0];
    }

    private boolean run(Path guide, String line) throws Exception {
        if (line.startsWith("cp -r config ") || line.startsWith(WITNESS)) {
            return false;
        }
        if (!line.startsWith("./audit ")) {
            shell(line, folder.resolve("bundle"));
            return true;
        }
        Command command = Command.audit(Clocked.class, arguments(line));
        assertThat(command.code())
                .as("%s: %s\n%s%s", guide, line, command.out(), command.err())
                .isEqualTo(line.startsWith("./audit run") ? 1 : 0);
        return true;
    }

    private String[] arguments(String line) {
        List<String> words = new ArrayList<>(words(line.replaceFirst(" > .*", "")));
        if (!words.get(0).equals("verify")) {
            words.addAll(List.of("--data", folder.resolve("var").toString()));
        }
        return words.toArray(String[]::new);
    }

    private List<String> words(String line) {
        return WORD.matcher(line.substring("./audit ".length()))
                .results()
                .map(this::word)
                .toList();
    }

    private String word(MatchResult found) {
        String quoted = Stream.of(1, 2, 3)
                .map(found::group)
                .filter(each -> each != null)
                .findFirst()
                .orElseThrow();
        String word = KEY.matcher(quoted).replaceAll(vkey);
        return OURS.matcher(word).matches() ? folder.resolve(word).toString() : word;
    }

    private static void shell(String line, Path in) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", line).directory(in.toFile()).redirectErrorStream(true);
        shell.environment().putAll(Map.of("value", "a value", "key", "00ff"));
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", line, said).isZero();
        assertThat(said.isBlank()).as("%s said nothing", line).isEqualTo(line.startsWith("cp "));
    }
}
