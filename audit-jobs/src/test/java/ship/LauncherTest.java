package ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees of {@code ./audit} in a fresh clone; a Java and a Maven that do nothing stand in for theirs. */
class LauncherTest {

    private static final int WRONG_USE = 2;
    private static final int OF_THE_PROGRAM = 7;

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
                -version) echo "openjdk version \\"$JAVA_IS\\" 2026-01-01" >&2 ;;
                *extract*) mkdir -p "$6" ;;
                *warm-up*) ;;
                *) echo "$*"; exit 7 ;;
            esac
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "[INFO] told $*"
            echo '[INFO] Building Training Audit 0.1.0                    [1/4]'
            echo 'Downloading from central: a'
            echo 'Downloading from central: b'
            echo '[INFO] Building Training Audit: core 0.1.0              [2/4]'
            echo '[INFO] Building jar: core.jar'
            echo '[INFO] Building Training Audit: reports 0.1.0           [3/4]'
            echo '[ERROR] Broken.java:[3,1] something is wrong'
            printf '\\033[0m'
            exit "$MAVEN_ENDS"
            """;

    private record Ended(int code, List<String> lines) {}

    @TempDir
    Path folder;

    @BeforeEach
    void cloneIsFresh() throws IOException {
        Files.copy(Path.of("audit"), folder.resolve("audit"));
        program("java", JAVA);
        program("mvn", MAVEN);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended audit(Map<String, String> variables) throws IOException, InterruptedException {
        return started(folder.resolve("audit"), variables, "run");
    }

    private Ended started(Path script, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command);
        Map<String, String> environment = launcher.environment();
        environment.remove("JAVA_HOME");
        environment.putAll(Map.of("JAVA_IS", "17.0.1", "MAVEN_ENDS", "0"));
        environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        environment.putAll(variables);
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said.lines().toList());
    }

    @Test
    void tellsWhatItBuildsAndThenRunsTheProgramAndKeepsItsExitCode() throws Exception {
        Ended first = audit(Map.of());
        assertThat(first.code()).as("%s", first.lines()).isEqualTo(OF_THE_PROGRAM);
        List<String> said = new ArrayList<>(first.lines());
        assertThat(said.remove(said.size() - 1))
                .startsWith("-Daudit.home=" + folder)
                .endsWith(" run");
        assertThat(said)
                .containsExactly(
                        "audit: building, once: a minute or two; longer where Maven has to fetch libraries first",
                        "audit:   (fetching libraries)",
                        "audit:   core",
                        "audit:   reports",
                        "audit: built; making its starts quicker, once");
        assertThat(audit(Map.of()).lines()).as("the second time").hasSize(1);
    }

    @Test
    void showsWhatMavenSaysIsWrong() throws Exception {
        Ended failed = audit(Map.of("MAVEN_ENDS", "1"));
        assertThat(failed.code()).isEqualTo(WRONG_USE);
        assertThat(failed.lines())
                .contains("[ERROR] Broken.java:[3,1] something is wrong")
                .noneMatch(line -> line.startsWith("[INFO]"))
                .last()
                .asString()
                .startsWith("audit: the build failed; the whole log is in " + folder);
        assertThat(audit(Map.of()).code()).as("mended").isEqualTo(OF_THE_PROGRAM);
    }

    /** The archive that is installed is made of it, by classes that stand beside the tests. */
    @Test
    void buildsTheWholeOfItWhereItIsToBeInstalled() throws Exception {
        audit(Map.of());
        Path log = folder.resolve("target/audit-build.log");
        assertThat(log).content().contains("-Dmaven.test.skip=true", "-Dcyclonedx.skip=true");
        Files.delete(folder.resolve("audit-jobs/target/app/.ready"));
        audit(Map.of("AUDIT_BUILD", "whole"));
        assertThat(log).content().contains("-DskipTests").doesNotContain("-Dmaven.test.skip", "-Dcyclonedx.skip");
    }

    @Test
    void namesWhatIsToBeInstalledByItsRelease() throws Exception {
        Path make = Files.createDirectories(folder.resolve("config/deploy")).resolve("make");
        Files.copy(Path.of("config/deploy/make"), make);
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        Path builds = folder.resolve("audit");
        Files.writeString(
                builds, "#!/bin/sh\n[ \"$AUDIT_BUILD\" = whole ] && printf 'Training Audit 9.8.7\\nJava 17.0.1\\n'\n");
        assertThat(builds.toFile().setExecutable(true)).isTrue();
        Ended made = started(make, Map.of());
        assertThat(made.lines())
                .as("what Java was told")
                .singleElement()
                .asString()
                .contains("/ship 9.8.7 20");
    }

    @Test
    void refusesAJavaThatIsTooOldBeforeItBuilds() throws Exception {
        for (String old : List.of("1.8.0_402", "11.0.22")) {
            Ended refused = audit(Map.of("JAVA_IS", old));
            assertThat(refused.code()).isEqualTo(WRONG_USE);
            assertThat(refused.lines())
                    .singleElement()
                    .asString()
                    .contains(old.startsWith("1.8") ? "is Java 8," : "is Java 11,", "17 or newer is needed");
        }
        assertThat(audit(Map.of("JAVA_IS", "25")).code()).isEqualTo(OF_THE_PROGRAM);
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(folder.resolve("bin/mvn"));
        for (String tool : List.of("dirname", "sed", "head")) {
            Path there = Path.of("/bin", tool);
            program(tool, "#!/bin/sh\nexec " + (Files.exists(there) ? there : "/usr" + there) + " \"$@\"\n");
        }
        Ended refused = audit(Map.of("PATH", folder.resolve("bin").toString()));
        assertThat(refused.code()).isEqualTo(WRONG_USE);
        assertThat(refused.lines()).singleElement().asString().contains("Maven ('mvn') is not there; install it");
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        Ended refused = audit(Map.of("JAVA_HOME", folder.resolve("nowhere").toString()));
        assertThat(refused.code()).isEqualTo(WRONG_USE);
        assertThat(refused.lines()).singleElement().asString().contains("no Java found", "install a JDK 17 or newer");
    }
}
