package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.use.LineageIntake.Outcome;
import org.trainingaudit.use.LineageIntake.Receipt;

class LineageIntakeTest {

    private static final String EVENT =
            "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-20T01:00:00Z\",\"producer\":\"p\","
                    + "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"r\"},"
                    + "\"job\":{\"namespace\":\"n\",\"name\":\"a.train\"},\"inputs\":[{\"namespace\":\"d\",\"name\":\"x\"}],\"outputs\":[]}";

    private static final String OTHER = EVENT.replace("\"x\"", "\"y\"");

    @TempDir
    private Path folder;

    private LineageIntake intake() {
        return new LineageIntake(folder.resolve("in"));
    }

    private Receipt take(String body) throws IOException {
        return intake().take(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> files(String name) throws IOException {
        Path place = folder.resolve(name);
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private List<Use> seen() {
        CollectSettings settings = CollectSettings.defaults().with(folder.resolve("in"));
        CollectedUses found = new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, settings)
                .collectAll(EstateUses.documents(settings));
        assertThat(found.faults()).isEmpty();
        return found.observed();
    }

    @Test
    void keepsWhatIsSentOnceForTheNextRun() throws IOException {
        assertThat(take("[" + EVENT + "," + EVENT + "]").kept()).isTrue();
        assertThat(take("[" + EVENT + ",\n " + EVENT + "]").events()).isEqualTo(2);
        assertThat(take(EVENT).kept()).isTrue();
        assertThat(seen()).as("not before a run begins").isEmpty();

        intake().pack();

        assertThat(files("in")).containsExactly("events-000001.jsonl");
        assertThat(Files.readAllLines(folder.resolve("in/events-000001.jsonl"))).containsExactly(EVENT);
        assertThat(files("in/waiting")).isEmpty();
        assertThat(seen()).extracting(Use::dataset).containsExactly("d/x");
    }

    /** Else the second pack would have the first one's name, and take its place. */
    @Test
    void numbersItsPacksAlikeInEveryLanguage() throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            take(EVENT);
            intake().pack();
            take(OTHER);
            intake().pack();
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(files("in")).containsExactly("events-000001.jsonl", "events-000002.jsonl");
        assertThat(seen()).hasSize(2);
    }

    @Test
    void neverChangesAPack() throws IOException {
        take(EVENT);
        intake().pack();
        take(OTHER);
        assertThat(seen()).as("what came after the run began").hasSize(1);
        intake().pack();
        intake().pack();

        assertThat(files("in")).containsExactly("events-000001.jsonl", "events-000002.jsonl");
        assertThat(seen()).extracting(Use::dataset).containsExactlyInAnyOrder("d/x", "d/y");
    }

    @Test
    void takesEventsInLinesAndOverSeveralLines() throws IOException {
        assertThat(take(EVENT + "\n\n" + OTHER + "\r\n").events()).isEqualTo(2);
        assertThat(take(EVENT.replace(",\"run\"", ",\n\t\"run\"").replace("\"r\"", "\"r2\""))
                        .events())
                .isEqualTo(1);
        intake().pack();

        assertThat(Files.readAllLines(folder.resolve("in/events-000001.jsonl"))).hasSize(3);
        assertThat(seen()).hasSize(2);
    }

    /** A kill between the pack and the end of what it was made from, or in the middle of a file. */
    @Test
    void losesNothingAndReadsNoHalfAfterAKill() throws IOException {
        take(EVENT);
        Path body = folder.resolve("in/waiting").resolve(files("in/waiting").get(0));
        byte[] bytes = Files.readAllBytes(body);
        intake().pack();
        Files.write(body, bytes);
        Files.writeString(folder.resolve("in/.123.part"), "{\"half");
        Files.writeString(folder.resolve("in/waiting/.124.part"), "{\"half");
        intake().pack();

        assertThat(files("in")).containsExactly("events-000001.jsonl", "events-000002.jsonl");
        assertThat(seen()).extracting(Use::dataset).containsExactly("d/x");
    }

    /** Sends events until it is killed, and says of each when it was answered. */
    static final class Sender {

        private Sender() {}

        public static void main(String[] arguments) throws IOException {
            LineageIntake intake = new LineageIntake(Path.of(arguments[0]));
            for (int i = 0; true; i++) {
                String event = EVENT.replace("\"x\"", "\"x" + i + "\"");
                boolean kept = intake.take(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)))
                        .kept();
                if (kept) {
                    System.out.println(i);
                }
                if (i % 50 == 49) {
                    intake.pack();
                }
            }
        }
    }

    @Test
    void hasWhatItAnsweredForAfterAKill() throws IOException, InterruptedException {
        Process sender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        folder.resolve("in").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> answered = new TreeSet<>();
        try (BufferedReader lines = sender.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answered.add("d/x" + line);
                if (answered.size() == 120) {
                    sender.toHandle().destroyForcibly();
                }
            }
        }
        sender.waitFor();
        intake().pack();

        assertThat(answered).hasSizeGreaterThanOrEqualTo(120);
        assertThat(seen()).extracting(Use::dataset).containsAll(answered);
    }

    @Test
    void keepsNothingOfABodyThatBreaksOff() {
        InputStream broken = new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public byte[] readNBytes(int most) throws IOException {
                throw new IOException("connection reset after " + super.readNBytes(EVENT.length() / 2).length);
            }
        };
        assertThatThrownBy(() -> intake().take(broken)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("in/waiting")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                     | body: there is no JSON in it
            []                     | body: there is no event in it
            {"a":1}                | body:1:1: this is no OpenLineage event
            {cut                   | body:1:2: not JSON
            <html>                 | body:1:1: not JSON
            [E,7]                  | body:1:256: this is no OpenLineage event
            E¶{"a":¶E              | body:2:
            E¶{"a":1,"a":2}        | body:2:8: key 'a' stands twice
            """)
    void refusesWhatIsNoEventWithItsPlace(String body, String told) throws IOException {
        Receipt receipt = take(body.replace("E", EVENT).replace('¶', '\n'));

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.faults())
                .first()
                .satisfies(fault -> assertThat(fault.text()).contains(told));
        assertThat(files("in/waiting")).isEmpty();
    }

    /** Somebody may send rows instead of events. */
    @Test
    void neverQuotesWhatItRefuses() throws IOException {
        for (String body : List.of("Tanaka,1980", "{\"n\": Tanaka}", "[\"Tanaka\"]", EVENT + "\nTanaka")) {
            Receipt receipt = take(body);
            assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(receipt.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.text()).doesNotContain("Tanaka"));
        }
    }

    @Test
    void tellsWhatBreaksTheSchemaAndKeepsIt() throws IOException {
        Receipt receipt = take(EVENT + "\n" + OTHER.replace("\"runId\":\"r\"", "\"id\":\"r\""));

        assertThat(receipt.kept()).isTrue();
        assertThat(receipt.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("body:2:").contains("'runId' is missing"));
    }

    @Test
    void boundsWhatItTakesAndLeavesRoomOnTheDisk() throws IOException {
        String large = EVENT.replace("\"p\"", "\"" + "p".repeat(LineageIntake.LARGEST) + "\"");
        assertThat(take(large).outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(take("x\n".repeat(100_000)).faults()).hasSizeLessThanOrEqualTo(100);

        LineageIntake full = new LineageIntake(folder.resolve("in"), () -> LineageIntake.FREE - 1);
        assertThat(full.take(new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)))
                        .outcome())
                .isEqualTo(Outcome.NO_ROOM);
        assertThat(files("in/waiting")).isEmpty();
    }
}
