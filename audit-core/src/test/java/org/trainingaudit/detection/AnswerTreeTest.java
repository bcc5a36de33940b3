package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is found doesn't depend on what is remembered of other texts of the same outline. */
class AnswerTreeTest {

    private static final Detectors DETECTORS = Shipped.detectors();
    private static final Plain PLAIN = new Plain(DETECTORS);

    /** Each sign stands for any of some characters; what else there is stands for itself. */
    private static final List<String> OUTLINES = List.of(
            "090-dddd-dddd",
            "0p0-dddd-dddd",
            "d3-dddd-dddd",
            "+pp pd dddd dddd",
            "dddddddddddd",
            "4ddddddddddddddd",
            "ddd.ddd.d.dd",
            "pd.ddd.ddd.dd",
            "pddd-pd-pd",
            "pddd-pd-pdTpd:dd:dd",
            "pd/pd/pddd",
            "ddd-dd-dddd",
            "dddddddddd",
            "llll.dd@lllll.com",
            "lll@lll.co.jp",
            "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh",
            "hh:hh:hh:hh:hh:hh",
            "hhhhhhhhhhhhhhhhh",
            "0pdhh-dddd-ddddh",
            "hhhh hhhh",
            "LLddddddC",
            "LLdd dddd dddd dddd dddd dd",
            "L. Llllll",
            "Llll Llllll",
            "dd Lllll Street, Lllll ddddd",
            "東京都kk区k丁目d-d",
            "kk市k-d-dd",
            "kk kk",
            "kk病",
            "昭和dd年p月d日",
            "id dddddd",
            "tel 0p0-dddd-dddd",
            "llllll",
            "はkk",
            "N/d",
            "dd°C",
            "éll@lll.com",
            "１２d");

    /** Of these all letters are as they stand. */
    private static final List<String> OF_DIGITS = List.of(
            "0p0-dddd-dddd",
            "+pp pd dddd dddd",
            "dddddddddddd",
            "4ddddddddddddddd",
            "pdd.pdd.d.dd",
            "pddd-pd-pd",
            "pd/pd/pddd",
            "ppddpdpd",
            "昭和dd年p月d日",
            "令和元年p月pd日",
            "Hpd.p.pd",
            "pd Feb 19dd",
            "Mar pd, pddd",
            "born pd-Jun-pddd",
            "DIAG d E1d",
            "d型糖尿病、HbA1c d.d",
            "DIAG pd: J4d.d",
            "TYPE d DIABETES",
            "ddd Main Street, Austin ddddd",
            "東京都千代田区丸の内d-pd-d",
            "１２d-ddddー4321",
            "no. ddd-dd-dddd, 03-dddd-dddd",
            "GBdd NWBK dddd dddd dddd dd",
            "DEdddddddddddddddddddd",
            "d\u0301d\u20E3d",
            "²d",
            "三四五dｄ",
            "A1-ddd",
            "dd:dd",
            "N/d",
            "d");

    private static final String KANJI = "山田中北南港渋谷糖尿癌一二三佐藤鈴木花子男区市病東京";

    @Test
    void tellsWhatThePlainWayTells() {
        Random random = new Random(81);
        List<CellReader> readers = List.of(DETECTORS.reader(), DETECTORS.reader());
        for (int i = 0; i < 9_000; i++) {
            String outline = OUTLINES.get(random.nextInt(OUTLINES.size()));
            String value = filled(outline, random);
            BitSet announced = announced(outline, random);
            CellReader reader = readers.get(random.nextInt(2));
            Folding.fold(
                    value.getBytes(StandardCharsets.UTF_8),
                    0,
                    value.getBytes(StandardCharsets.UTF_8).length,
                    reader.text());
            List<String> quick = shown(reader.matches(announced));
            ColumnCounter.Seen seen = reader.see(announced);
            assertThat(quick).as(value).isEqualTo(shown(PLAIN.matches(value, announced)));
            assertThat(seen.kind()).as(value).isEqualTo(kind(value));
        }
    }

    /** What a column's values tell doesn't depend on others before them that differ in digits alone. */
    @Test
    void tellsWhatIsCountedWhereNothingIsRemembered() {
        Random random = new Random(82);
        for (String name : List.of("note", "phone", "birth date", "my number", "age", "住所")) {
            ColumnCounter remembering = counter(name, 256);
            ColumnCounter forgetting = counter(name, 0);
            for (int i = 0; i < 1_500; i++) {
                String value = filled(OF_DIGITS.get(random.nextInt(OF_DIGITS.size())), random);
                remembering.see(value);
                forgetting.see(value);
                assertThat(remembering.counts(name)).as(value).isEqualTo(forgetting.counts(name));
            }
        }
    }

    private static ColumnCounter counter(String name, int remembered) {
        return new ColumnCounter(
                DETECTORS, DETECTORS.reader(), HeaderReading.of(name, DETECTORS), new ValueMemory(remembered));
    }

    private static ValueKind kind(String value) {
        FoldedText text = Folding.fold(value);
        RegexRun run = new RegexRun();
        run.begin(text, 10_000);
        return ValueKind.of(text, run);
    }

    private static BitSet announced(String outline, Random random) {
        BitSet announced = new BitSet();
        if (outline.hashCode() % 2 == 0) {
            announced.set(Math.floorMod(outline.hashCode() / 2 + random.nextInt(3), DETECTORS.size()));
        }
        return announced;
    }

    private static String filled(String outline, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < outline.length(); i++) {
            char sign = outline.charAt(i);
            text.append(
                    switch (sign) {
                        case 'd' -> (char) ('0' + random.nextInt(10));
                        case 'p' -> (char) ('0' + random.nextInt(3));
                        case 'l' -> "abenrstixz".charAt(random.nextInt(10));
                        case 'L', 'C' -> "ABDEGJMRSX".charAt(random.nextInt(10));
                        case 'h' -> "0123456789abcdef".charAt(random.nextInt(16));
                        case 'k' -> KANJI.charAt(random.nextInt(KANJI.length()));
                        default -> sign;
                    });
        }
        return text.toString();
    }

    private static List<String> shown(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::start))
                .map(match -> match.start() + "-" + match.end() + " " + match.detector() + " " + match.confidence()
                        + " " + match.label())
                .toList();
    }
}
