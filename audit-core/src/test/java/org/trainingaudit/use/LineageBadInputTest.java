package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingaudit.config.Fault;

/** Documents that are broken or hostile: each is told, stops nothing else, and never counts as read to its end. */
class LineageBadInputTest {

    private static final String DPV = "@prefix a: <http://a/> . @prefix dpv: <https://w3id.org/dpv#> .\n";
    private static final String SOUND = event("m1.train", "a");

    @TempDir
    private Path folder;

    private static String event(String job, String input) {
        return "{\"eventType\":\"START\",\"eventTime\":\"2026-11-20T01:00:00Z\",\"producer\":\"p\",\"schemaURL\":"
                + "\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"1\"},\"job\":{\"namespace\":\"n\",\"name\":\""
                + job + "\"},\"inputs\":[{\"namespace\":\"d\",\"name\":\"" + input + "\"}],\"outputs\":[]}";
    }

    private CollectedUses collect(Path... files) {
        return new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, CollectSettings.defaults())
                .collectAll(List.of(files));
    }

    /** The small sibling of the file of a gigabyte that is measured by hand; see docs/performance.md. */
    @Test
    void keepsAllOfALargeFileButTheBrokenLineInItsMiddle() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Random random = new Random(20261122);
        int lines = 20_000;
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                String line = event("m" + random.nextInt(50) + ".train", "d" + random.nextInt(100));
                out.write(i == lines / 2 ? line.substring(0, line.length() / 2) : line);
                out.write('\n');
            }
        }

        CollectedUses found = collect(file);

        assertThat(found.whole()).isFalse();
        assertThat(found.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("events.jsonl:10001:", "not JSON"));
        assertThat(found.observed()).extracting(Use::training).hasSizeGreaterThan(4_000);
        assertThat(found.observed().stream().map(Use::training).distinct()).hasSize(50);
    }

    record Bad(String name, String content, String fault) {
        byte[] bytes() {
            return content.getBytes(name.startsWith("latin") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name + ": " + fault;
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(
                new Bad("deep.jsonl", SOUND + "\n" + "[".repeat(200_000) + "\n", "deep.jsonl:2:"),
                new Bad("long.jsonl", SOUND + "\n\"" + "x".repeat(5 << 20) + "\"\n", "the line has more than 4194304"),
                new Bad("latin.jsonl", SOUND + "\n\u00e9\n", "latin.jsonl:2:1: the line is not valid UTF-8"),
                new Bad("twice.jsonl", SOUND + "\n{\"job\":{},\"job\":{}}\n", "key 'job' stands twice"),
                new Bad("html.json", "<html><body>sign in</body></html>", "not JSON"),
                new Bad("nul.jsonl", SOUND + "\n\0\0\0\n", "nul.jsonl:2:"),
                new Bad("deep.ttl", DPV + "a:x a:p " + "[ a:p ".repeat(100_000), "nested more than"),
                new Bad("open.ttl", DPV + "a:x a:p \"" + "y".repeat(1 << 20), "open.ttl:2:9: expected a name, a text"),
                new Bad("tongue.ttl", DPV + "a:x a:p \"y\"@en" + "-a".repeat(100_000), "expected '.'"),
                new Bad("bomb.yml", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "bomb.yml"),
                new Bad("none.xyz", "what is this", "of no known kind"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void tellsWhatIsBrokenAndReadsTheOthers(Bad bad) throws IOException {
        Path broken = Files.write(folder.resolve(bad.name()), bad.bytes());
        Path sound = Files.writeString(folder.resolve("sound.jsonl"), event("m2.train", "b") + "\n");

        CollectedUses found = collect(broken, sound);

        assertThat(found.whole()).isFalse();
        assertThat(Fixtures.shown(found.faults(), folder)).contains(bad.fault());
        assertThat(found.observed()).extracting(Use::dataset).contains("d/b");
        if (bad.name().endsWith(".jsonl")) {
            assertThat(found.observed()).extracting(Use::dataset).contains("d/a");
        }
    }

    /** A document of one line is read as quickly as one of many. */
    @Test
    void readsALineOfAnyLength() throws IOException {
        Path file = Files.writeString(folder.resolve("line.ttl"), DPV + "a:x a:p \"日\" . ".repeat(200_000));

        CollectedUses found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> collect(file));

        assertThat(found.faults()).isEmpty();
    }

    /** A context in which two terms stand for each other means nothing, and the rest of the document still counts. */
    @Test
    void comesToAnEndWhereTermsGoInCircles() throws IOException {
        Path ring = Files.writeString(folder.resolve("ring.jsonld"), """
                {"@context": {"dpv": "https://w3id.org/dpv#", "a": "b", "b": "a", "c": "d:x", "d": "c:y"},
                 "@id": "urn:use:u1", "@type": "dpv:Process", "a": "x", "c": "y", "d:z": "z",
                 "dpv:hasPurpose": {"@id": "urn:p"}}
                """);
        Path sound = Files.writeString(folder.resolve("sound.jsonl"), event("m2.train", "b") + "\n");

        CollectedUses found = collect(ring, sound);

        assertThat(found.observed()).extracting(Use::dataset).contains("d/b");
    }

    @Test
    void refusesWhatIsNoPlainFile() {
        CollectedUses found = collect(folder, folder.resolve("missing.json"));

        assertThat(found.whole()).isFalse();
        assertThat(found.faults())
                .extracting(Fault::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("not a regular file"),
                        message -> assertThat(message).contains("no such file"));
    }

    /** A dataset that is made from itself, two that are made from each other, and symlinks in a ring. */
    @Test
    void comesToAnEndWhereDatasetsGoInCircles() throws IOException {
        List<String> events = new ArrayList<>();
        String[][] flows = {{"a", "a"}, {"a", "b"}, {"b", "a"}, {"b", "c"}};
        for (String[] flow : flows) {
            events.add(event("etl_" + flow[0] + flow[1], flow[0])
                    .replace(
                            "\"outputs\":[]",
                            "\"outputs\":[{\"namespace\":\"d\",\"name\":\"" + flow[1]
                                    + "\",\"facets\":{\"symlinks\":{\"identifiers\":[{\"namespace\":\"d\",\"name\":\""
                                    + flow[0]
                                    + "2\",\"type\":\"T\"}]}}}]"));
        }
        events.add(event("m1.train", "c"));

        CollectedUses found = collect(Files.write(folder.resolve("ring.jsonl"), events));

        assertThat(found.faults()).isEmpty();
        assertThat(found.observed()).extracting(Use::training).containsOnly("n/m1.train");
        assertThat(found.observed()).extracting(Use::dataset).contains("d/c");
    }

    /** However events are damaged, reading them ends, with uses and faults and never with an exception. */
    @Test
    void neverFailsOnEventsDamagedAtRandom() throws IOException {
        Random random = new Random(20261122);
        byte[] sound = Files.readAllBytes(Fixtures.file("collect/events.jsonl"));
        Path file = folder.resolve("damaged.jsonl");
        for (int round = 0; round < 500; round++) {
            byte[] damaged = sound.clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            CollectedUses found = collect(file);
            assertThat(found.whole() || !found.faults().isEmpty()).isTrue();
        }
    }
}
