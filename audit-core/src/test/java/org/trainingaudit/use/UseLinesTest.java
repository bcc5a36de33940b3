package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UseLinesTest {

    @Test
    void readsEachLineAndTellsTheFaultsOfTheOthers() throws IOException {
        List<UseLine> lines = new ArrayList<>();

        UseLines.read(Fixtures.file("lines.jsonl"), Fixtures.CATALOGUE, lines::add);

        StringBuilder shown = new StringBuilder();
        for (UseLine line : lines) {
            shown.append(line.use().map(UseLinesTest::shown).orElse("no use")).append('\n');
            shown.append(Fixtures.shown(line.faults(), Fixtures.file("")));
        }
        Golden.check("lines.jsonl.expected.txt", shown.toString());
    }

    private static String shown(Use use) {
        StringBuilder shown = new StringBuilder(use.id() + " " + use.origin());
        use.facts()
                .all()
                .forEach(fact -> shown.append(", ")
                        .append(fact.name())
                        .append(' ')
                        .append(fact.value().json()));
        return shown.toString();
    }

    @Test
    void readsACsvWithIds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("uses.csv"), "id,categories,consentObtained\nx,contact,true\ny,cntact,\n");
        List<UseLine> lines = new ArrayList<>();

        UseLines.read(file, Fixtures.CATALOGUE, lines::add);

        assertThat(lines)
                .flatExtracting(line -> line.use().stream().map(Use::id).toList())
                .containsExactly("x", "y");
        assertThat(lines.get(0).use().orElseThrow().doubt()).isEmpty();
        assertThat(lines.get(0).use().orElseThrow().origin()).isEqualTo("input:uses.csv:2");
        assertThat(lines.get(1).use().orElseThrow().doubt()).contains("what is stated at input:uses.csv:3 has faults");
        assertThat(lines.get(1).faults())
                .singleElement()
                .extracting(fault -> fault.at().toString())
                .asString()
                .endsWith("uses.csv:3:3");
    }

    @Test
    void refusesALineWithoutEndAndGoesOn() throws IOException {
        String text = "{\"id\":\"" + "x".repeat(5_000_000) + "\"}\n{\"id\":\"next\"}";
        List<UseLine> lines = new ArrayList<>();

        UseLines.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "-", Fixtures.CATALOGUE, lines::add);

        assertThat(lines.get(0).use()).isEmpty();
        assertThat(lines.get(0).faults())
                .singleElement()
                .extracting(fault -> fault.message())
                .asString()
                .startsWith("the line has more than");
        assertThat(lines.get(1).use()).map(Use::origin).contains("input:-:2");
    }

    @Test
    void refusesALineThatIsNotUtf8AndGoesOn() throws IOException {
        byte[] bytes = "{\"id\":\"患\"}\n{\"id\":\"b\"}\n".getBytes(StandardCharsets.UTF_8);
        bytes[8] = 'x';
        List<UseLine> lines = new ArrayList<>();

        UseLines.read(new ByteArrayInputStream(bytes), "-", Fixtures.CATALOGUE, lines::add);

        assertThat(lines.get(0).faults())
                .singleElement()
                .extracting(fault -> fault.message())
                .asString()
                .contains("not valid UTF-8");
        assertThat(lines.get(1).use()).isPresent();
    }

    @Test
    void refusesNestingWithoutEnd() throws IOException {
        String text = "{\"id\":\"x\",\"facts\":" + "[".repeat(10_000);
        List<UseLine> lines = new ArrayList<>();

        UseLines.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "-", Fixtures.CATALOGUE, lines::add);

        assertThat(lines.get(0).use()).isEmpty();
        assertThat(lines.get(0).faults())
                .singleElement()
                .extracting(fault -> fault.message())
                .asString()
                .contains("nesting depth");
    }
}
