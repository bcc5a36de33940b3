package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OutlinesTest {

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("[0-9]{3}-[0-9]{2}"),
            Pattern.compile("(?<![0-9])19[0-9]{2}(?![0-9])"),
            Pattern.compile("(?<![A-Za-z0-9])[a-f0-9]{8}(?![A-Za-z0-9])"),
            Pattern.compile("[A-Z]{2}[0-9]{2,4}(?!-)"),
            Pattern.compile("(?<!a)b(?![0-9a-z])"),
            Pattern.compile("(?i)box ?[0-9]|\\.x"),
            Pattern.compile("([-.])[0-9]\\1"),
            Pattern.compile("(?<![a-z]-)[0-9]{5}(?!-[a-z])"));

    private static final Alphabet ALPHABET = Outlines.alphabet();
    private static final Outlines OUTLINES = new Outlines(
            PATTERNS.stream()
                    .map(pattern -> RegexReader.read(pattern, ALPHABET).map(RegexReader.Reading::regex))
                    .toList(),
            ALPHABET);

    @Test
    void missNoPatternThatMatches() {
        Random random = new Random(71);
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 1 + random.nextInt(14); k > 0; k--) {
                text.append("0019519-.abfxBOXoz -".charAt(random.nextInt(20)));
            }
            long possible = possible(text.toString());
            for (int p = 0; p < PATTERNS.size(); p++) {
                if (PATTERNS.get(p).matcher(text).find()) {
                    assertThat(possible >>> p & 1)
                            .as(text + " " + PATTERNS.get(p))
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void leaveFewPatterns() {
        assertThat(possible("123-45")).isEqualTo(0b1);
        assertThat(possible("2024")).isEqualTo(0b10);
        assertThat(possible("9b2f01ac")).isEqualTo(0b10010110);
        assertThat(possible("HELLO, THERE")).isZero();
    }

    @Test
    void areTheSameForTextsThatDifferInDigitsOnly() {
        assertThat(drawn("090-1234")).isEqualTo(drawn("171-9876")).isNotEqualTo(drawn("1710-987"));
        assertThat(drawn("9b2f-1a")).isEqualTo(drawn("fe01-2c"));
    }

    @Test
    void areDrawnOfShortTextsOnly() {
        char[] outline = new char[Outlines.LONGEST];
        assertThat(OUTLINES.draw(text("é"), outline)).isTrue();
        assertThat(OUTLINES.draw(text(""), outline)).isFalse();
        assertThat(OUTLINES.draw(text("\u0001"), outline)).isFalse();
        assertThat(OUTLINES.draw(text("𠮷"), outline)).isFalse();
        assertThat(OUTLINES.draw(text("a".repeat(Outlines.LONGEST)), outline)).isTrue();
        assertThat(OUTLINES.draw(text("a".repeat(Outlines.LONGEST + 1)), outline))
                .isFalse();
    }

    @Test
    void areNotDrawnOfAsciiThatWasWrittenOtherwise() {
        assertThat(OUTLINES.draw(text("１２"), new char[Outlines.LONGEST])).isFalse();
    }

    @Test
    void seeWhatMustNotStandThere() {
        long number = 1L << (PATTERNS.size() - 1);
        assertThat(possible("77777-x") & number).isZero();
        assertThat(possible("z-77777") & number).isZero();
        assertThat(possible("77777-") & number).isNotZero();
        assertThat(possible("-77777 -x") & number).isNotZero();
    }

    @Test
    void areRememberedOnceTheyHaveComeSeveralTimes() {
        CellReader.Engine engine = Shipped.detectors().engine();
        OutlineMemory memory =
                new OutlineMemory(engine.outlines(), new Lookers(engine, new Cell(new FoldedText(false))));
        BitSet nothing = new BitSet();
        memory.draw(text("123-45"));
        for (int i = 1; i < OutlineMemory.OFTEN; i++) {
            assertThat(memory.plan(nothing, List.of())).isNull();
        }
        memory.draw(text("678-90"));
        assertThat(Objects.requireNonNull(memory.plan(nothing, List.of())).outline())
                .containsExactly("000-00".toCharArray());
        BitSet another = new BitSet();
        another.set(3);
        assertThat(memory.plan(another, List.of())).isNull();
        memory.draw(text("222-2"));
        assertThat(memory.plan(nothing, List.of())).isNull();
    }

    private static FoldedText text(String text) {
        return Folding.fold(text);
    }

    private static String drawn(String text) {
        char[] outline = new char[Outlines.LONGEST];
        assertThat(OUTLINES.draw(text(text), outline)).isTrue();
        return new String(outline, 0, text.length());
    }

    private static long possible(String text) {
        char[] outline = new char[Outlines.LONGEST];
        assertThat(OUTLINES.draw(text(text), outline)).isTrue();
        return OUTLINES.possible(outline, text.length())[0];
    }
}
