package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;

class CsvReaderTest {

    private record Cases(List<Case> cases, List<RefusedCase> refused) {}

    record Case(
            String note,
            Optional<String> text,
            Optional<String> bytes,
            List<String> columns,
            List<List<String>> rows,
            List<String> rejected) {

        byte[] content() {
            return CsvReaderTest.content(text, bytes);
        }

        @Override
        public String toString() {
            return note;
        }
    }

    record RefusedCase(String note, Optional<String> text, Optional<String> bytes, String message) {

        byte[] content() {
            return CsvReaderTest.content(text, bytes);
        }

        @Override
        public String toString() {
            return note;
        }
    }

    private static byte[] content(Optional<String> text, Optional<String> bytes) {
        return text.map(t -> t.getBytes(StandardCharsets.UTF_8))
                .or(() -> bytes.map(b -> b.getBytes(StandardCharsets.ISO_8859_1)))
                .orElseThrow();
    }

    private static Cases all() throws IOException {
        try (InputStream in = CsvReaderTest.class.getResourceAsStream("csv.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Faults faults = new Faults();
            Optional<Cases> cases = ConfigFile.of("csv.yaml", yaml)
                    .parse(faults)
                    .flatMap(node -> Binder.camelCase(faults).bind(node, Cases.class));
            faults.throwIfAny();
            return cases.orElseThrow();
        }
    }

    static Stream<Case> cases() throws IOException {
        return all().cases().stream();
    }

    static Stream<RefusedCase> refusals() throws IOException {
        return all().refused().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheTableSays(Case c) throws IOException {
        check(c, new CsvReader());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheSameWhateverTheBuffersSize(Case c) throws IOException {
        for (int size : IntStream.rangeClosed(1, 40).toArray()) {
            check(c, new CsvReader(CsvReader.PREFIX, size));
        }
    }

    private static void check(Case c, CsvReader reader) throws IOException {
        Collected got = new Collected();
        ReadResult result = reader.read(new ByteArrayInputStream(c.content()), Limits.DEFAULT, got);
        assertThat(got.columns).as(c.note() + ": columns").isEqualTo(c.columns());
        assertThat(got.rows).as(c.note() + ": rows").isEqualTo(c.rows());
        assertThat(got.rejected()).as(c.note() + ": rejected").isEqualTo(c.rejected());
        assertThat(result.columns()).isEqualTo(got.columns);
        assertThat(result.rejected()).isEqualTo(got.rejections.size());
        assertThat(result.handedOn()).isEqualTo(got.rows.size());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAsTheTableSays(RefusedCase c) {
        assertThatThrownBy(() ->
                        new CsvReader().read(new ByteArrayInputStream(c.content()), Limits.DEFAULT, new Collected()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(c.message());
    }

    @Test
    void namesTheFormItFound() throws IOException {
        byte[] csv = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        ReadResult result = new CsvReader().read(new ByteArrayInputStream(csv), Limits.DEFAULT, new Collected());
        assertThat(result.form()).isEqualTo("csv utf-8 semicolon header");
    }

    /** A line of a title that reaches beyond the table would lose what stands there. */
    @Test
    void rejectsALineOfATitleThatIsWiderThanTheTable() throws IOException {
        Collected got = new Collected();
        String csv = ",,,,,taro@example.com\nList of,,\n" + "id,name,city\n" + "1,Anna,Bonn\n".repeat(20);
        ReadResult result = new CsvReader()
                .read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT, got);
        assertThat(got.columns).containsExactly("id", "name", "city");
        assertThat(got.rejected()).containsExactly("1/1/ragged");
        assertThat(result.handedOn()).isEqualTo(21);
    }
}
