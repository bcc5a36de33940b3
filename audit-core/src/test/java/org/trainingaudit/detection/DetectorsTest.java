package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;

class DetectorsTest {

    private static final String ORDER_NUMBER = """
            detectors:
              - id: order
                category: government_id
                example: order AB123456
                patterns: [{regex: '%s[0-9]{6}', alone: 0, labelled: 90}]
            """;

    private static final String STAFF_NUMBER = """
            detectors:
              - id: staff-number
                category: government_id
                names: [staff number]
                patterns:
                  - {regex: 'S[0-9]{6}', check: luhn, digits: 6, alone: 0, labelled: 90}
            """;

    @Test
    void takesADetectorFromAFile() {
        Faults faults = new Faults();
        Detectors detectors = load(STAFF_NUMBER, faults);
        assertThat(faults.text()).isEmpty();
        assertThat(detectors.ids()).contains("staff-number", "phone");
        assertThat(detectors.find("staff number: S000018").get(0).detector()).isEqualTo("staff-number");
        assertThat(detectors.find("S000018")).isEmpty();
        assertThat(detectors.find("staff number: S000019")).isEmpty();
    }

    @Test
    void countsARowAsRejectedWhenAPatternTakesForEver() {
        Faults faults = new Faults();
        Detectors detectors =
                load(STAFF_NUMBER.replace("S[0-9]{6}", "(?:s|ss)+[0-9]").replace("alone: 0", "alone: 50"), faults);
        assertThat(faults.text()).isEmpty();
        DatasetProfiler profiler = new DatasetProfiler(detectors, "notes");
        List<Rejection> unread = new ArrayList<>();
        profiler.tellUnread(unread::add);
        profiler.columns(List.of("note"));
        ColumnCounter counter = new ColumnCounter(
                detectors, detectors.reader(), HeaderReading.of("note", detectors), new ValueMemory(16));
        assertThat(counter.see("fine")).isTrue();
        assertThat(counter.see("s".repeat(60) + "x s1 000000")).isFalse();
        assertThat(counter.see("s".repeat(60) + "x s1 000000")).isFalse();
        assertThat(counter.rows()).isEqualTo(1);
        profiler.row(new OneCell("fine"));
        profiler.row(new OneCell("s".repeat(60) + "x s1 000000"));
        ReadResult read = profiler.withUnread(new ReadResult(List.of("note"), 2, 0, new TreeMap<>(), "csv"));
        assertThat(unread).containsExactly(new Rejection(2, 0, "too-complex"));
        assertThat(read.rejectedBy()).containsExactly(Map.entry("too-complex", 1L));
        assertThat(profiler.profile().rows()).isEqualTo(1);
        assertThat(profiler.profile().rejected()).isEqualTo(1);
    }

    @Test
    void tellWhenTheyGiveUpOnAText() {
        Faults faults = new Faults();
        Detectors detectors =
                load(STAFF_NUMBER.replace("S[0-9]{6}", "(?:s|ss)+[0-9]").replace("alone: 0", "alone: 50"), faults);
        assertThat(detectors.find("s s1")).isNotNull();
        assertThatThrownBy(() -> detectors.find("s".repeat(60) + "x s1 000000"))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("a text of 71 characters");
    }

    private record OneCell(String text) implements Row {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String text(int column) {
            return text;
        }
    }

    @Test
    void changesItsVersionWithAnyWord() {
        Detectors one = load(STAFF_NUMBER, new Faults());
        assertThat(load(STAFF_NUMBER, new Faults()).version())
                .isEqualTo(one.version())
                .hasSize(16);
        assertThat(load(STAFF_NUMBER.replace("staff number", "staff no"), new Faults())
                        .version())
                .isNotEqualTo(one.version());
    }

    @Test
    void tellsEveryFaultOfAFileAtOnce() {
        Faults faults = new Faults();
        load("""
                detectors:
                  - id: b
                    category: contact.email
                    unlike: [dates]
                  - id: c
                    category: contact.email
                    patterns:
                      - {regex: 'x', alone: 50, labelled: 150}
                """, faults);
        assertThat(faults.text())
                .contains("but found 'dates'; did you mean 'date'?")
                .contains("'labelled' must be less than or equal to 100");
        Faults others = new Faults();
        load("""
                detectors:
                  - {id: a, category: contact.emial}
                  - id: c
                    category: contact.email
                    patterns:
                      - {regex: '([a-z]+)+', alone: 50, labelled: 50}
                      - {regex: '[a-', alone: 50, labelled: 50}
                      - {regex: 'x', check: luhm, alone: 50, labelled: 50}
                  - {id: phone, category: contact.phone}
                  - {id: phone, category: contact.phone}
                  - {id: address, category: contact.email}
                  - {id: d, category: contact.email, like: phon}
                  - {id: e, category: contact.email, names: ['3919', '2fa', ''], terms: ['10-20'], labels: [@]}
                """.replace("@", "x".repeat(100_000)), others);
        assertThat(others.text())
                .contains("unknown category 'contact.emial'; did you mean 'contact.email'?")
                .contains("a repetition without limit stands inside another")
                .contains("not a regular expression")
                .contains("unknown check 'luhm'; did you mean 'luhn'?")
                .contains("detector 'phone' stands twice")
                .contains("detector 'address' finds contact.address, not contact.email")
                .contains("detector 'd': unknown detector 'phon'; did you mean 'phone'?")
                .contains("'3919' has no letter, so that it would be found within any number")
                .contains("'10-20' has no letter")
                .contains("13:93: a word of more than 300 characters")
                .doesNotContain("'2fa' has no letter");
    }

    @Test
    void tellsOverlappingFindsOnceAndInOrder() {
        List<Span> spans = Shipped.detectors().find("a@example.com, 03-1234-5678, a@example.com");
        assertThat(spans).extracting(Span::category).containsExactly("contact.email", "contact.phone", "contact.email");
        assertThat(spans).isSortedAccordingTo((one, other) -> Integer.compare(one.start(), other.start()));
    }

    @Test
    void answersHostileTextsInTime() {
        for (String piece :
                List.of("1 ", "-", "a@", "(0", "0-", "A ", "1.", "::", "東京都", "1 a ", "Aa, ", "a.a", "９", "/", "ー")) {
            String text = piece.repeat(20_000 / piece.length());
            Assertions.assertThat(time(() -> Shipped.detectors().find(text)))
                    .as("%s…", piece)
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void areMadeAnewOnlyWhereTheirFilesDiffer() {
        Detectors first = load(ORDER_NUMBER.formatted("AB"), new Faults());
        assertThat(load(ORDER_NUMBER.formatted("AB"), new Faults())).isSameAs(first);
        assertThat(load(ORDER_NUMBER.formatted("CD"), new Faults())).isNotSameAs(first);
        Faults faults = new Faults();
        load(ORDER_NUMBER.formatted("("), faults);
        Faults again = new Faults();
        load(ORDER_NUMBER.formatted("("), again);
        assertThat(again.text()).as("a fault is told each time").isNotEmpty().isEqualTo(faults.text());
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Detectors load(String file, Faults faults) {
        return Detectors.load(
                ConfigFiles.of(ConfigFile.of("detectors/own.yaml", file)), Shipped.taxonomy(faults), faults);
    }
}
