package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong is told, loses nothing, and stops nothing else. */
class BadInputTest {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    @TempDir
    Path folder;

    private Estate estate;

    @BeforeEach
    void makeAnEstate() {
        estate = Estate.small(folder);
    }

    @Test
    void keepsAUseWhoseRowNamesAnUnknownFact() throws IOException {
        Path register = estate.path("data/register.csv");
        String text = Files.readString(register).replace(",structuredDatabase", ",structuredDatabse");
        Files.writeString(register, text);
        Command run = estate.audit("run");
        assertThat(run.err())
                .contains("register.csv:1:")
                .contains("unknown fact 'structuredDatabse'; did you mean 'structuredDatabase'?");
        assertThat(report("verdicts.csv")).contains("u1").contains("u2").contains("u5");
        assertThat(report("verdicts.csv")).doesNotContain(",compliant,");
    }

    static Stream<Arguments> brokenRows() {
        return Stream.of(
                arguments("ragged", "a,b\n1,2\n3\n5,6\n", "3", "1"),
                arguments("a NUL", "a,b\n1,2\n3,\0\n5,6\n", "3", "1"),
                arguments("an unclosed quote", "a,b\n1,2\n3,\"4\n5,6\n", "3", "1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRows")
    void callsADatasetWithABrokenRowIncompleteAndGoesOn(String what, String csv, String read, String rejected)
            throws IOException {
        estate.write("data/prices.csv", csv);
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(line("coverage.csv", "own/prices"))
                .contains("," + read + "," + (Integer.parseInt(read) - Integer.parseInt(rejected)) + "," + rejected
                        + ",0,")
                .contains(",0,false,false,");
        assertThat(line("coverage.csv", "own/patients")).contains(",read,").contains(",0,false,true,");
    }

    @Test
    void callsADatasetWithInvalidUtf8Incomplete() throws IOException {
        byte[] good = "a,b\n1,2\n3,x\n5,6\n7,8\n".getBytes(StandardCharsets.UTF_8);
        good[10] = (byte) 0xff;
        estate.write("data/prices.csv", good);
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(line("coverage.csv", "own/prices")).contains(",0,false,false,");
    }

    @Test
    void readsAFileThatHasAHeaderOnly() throws IOException {
        estate.write("data/prices.csv", "item,price\n");
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(line("coverage.csv", "own/prices")).contains(",read,").contains(",0,0,0,0,false,true,");
    }

    @Test
    void saysThatAnEmptyFileWasNotScanned() throws IOException {
        estate.write("data/prices.csv", "");
        Command run = estate.audit("run");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("own/prices");
        assertThat(line("coverage.csv", "own/prices")).contains("not scanned");
        assertThat(line("verdicts.csv", "u1/jp-appi,")).contains(",violation,");
    }

    @Test
    void saysThatAMissingDatasetWasNotScanned() throws IOException {
        Files.delete(estate.path("data/prices.csv"));
        Command run = estate.audit("run");
        assertThat(run.code()).isEqualTo(3);
        assertThat(line("coverage.csv", "own/prices")).contains("not scanned").contains("missing");
        assertThat(line("coverage.csv", "own/patients")).contains(",read,").contains(",0,false,true,");
    }

    @Test
    void refusesAnUnreadableRegimeBeforeAnythingRuns() {
        estate.write("config/regimes/xx-law.yaml", "regime: xx-law\n  name: [\n");
        Command run = estate.audit("run");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("xx-law.yaml:2:").contains("nothing has run");
        assertThat(estate.path("var")).doesNotExist();
    }

    @Test
    void namesWhoHasTheDatabaseOpen() throws Exception {
        estate.audit("run");
        Path database = estate.path("var/db/audit").toAbsolutePath();
        Files.writeString(estate.path("var/owner"), "process 4711\n");
        // H2 lets one JVM open a file twice, so the lock is taken as another process would take it.
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + database + OPTIONS, "audit", "")) {
            assertThat(other.isValid(1)).isTrue();
            Child child = Child.audit(estate.arguments("run"));
            assertThat(child.code()).isEqualTo(2);
            assertThat(child.output()).contains("is in use by process 4711").contains("--data");
        }
    }

    @Test
    void refusesNamesThatDoNotExist() {
        Command run = estate.audit("run", "--regime", "jp-apii", "--source", "won");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--regime: unknown name 'jp-apii'; did you mean 'jp-appi'?")
                .contains("--source: unknown name 'won'");
    }

    private String report(String name) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return Files.readString(runs.findFirst().orElseThrow().resolve(name));
        }
    }

    private String line(String name, String key) throws IOException {
        return report(name)
                .lines()
                .filter(line -> line.contains(key))
                .findFirst()
                .orElse("no line for " + key);
    }
}
