package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void leavesAsciiAndItsOffsetsAsTheyAre() {
        FoldedText folded = Folding.fold("Tel 03");
        assertThat(folded.text()).isEqualTo("Tel 03");
        assertThat(folded.lower()).isEqualTo("tel 03");
        assertThat(folded.originalEnd(6)).isEqualTo(6);
        assertThat(folded.digits()).isEqualTo(2);
    }

    @Test
    void turnsFullWidthIntoAscii() {
        assertThat(Folding.fold("ＡＢ　１２－３").text()).isEqualTo("AB 12-3");
    }

    @Test
    void joinsHalfWidthKanaWithTheirMarks() {
        FoldedText folded = Folding.fold("ﾔﾏﾀﾞ1");
        assertThat(folded.text()).isEqualTo("ヤマダ1");
        assertThat(folded.originalStart(3)).isEqualTo(4);
        assertThat(folded.originalEnd(3)).isEqualTo(4);
    }

    @Test
    void composesDecomposedLetters() {
        FoldedText folded = Folding.fold("Ju\u0301lia");
        assertThat(folded.text()).isEqualTo("Júlia");
        assertThat(folded.lower()).isEqualTo("julia");
        assertThat(folded.originalEnd(5)).isEqualTo(6);
    }

    @Test
    void makesEveryDashAHyphenButKeepsLongVowels() {
        assertThat(Folding.fold("1‐2‑3–4—5−6ー7").text()).isEqualTo("1-2-3-4-5-6-7");
        assertThat(Folding.fold("データ1").text()).isEqualTo("データ1");
    }

    @Test
    void readsKanjiDigitsOnlyInLongNumbers() {
        assertThat(Folding.fold("〇九〇ー一二三四").text()).isEqualTo("090-1234");
        assertThat(Folding.fold("三重県四日市市").text()).isEqualTo("三重県四日市市");
    }

    @Test
    void dropsCharactersWithoutWidth() {
        FoldedText folded = Folding.fold("4\u200B111");
        assertThat(folded.text()).isEqualTo("4111");
        assertThat(folded.originalStart(1)).isEqualTo(2);
    }

    @Test
    void countsSurrogatePairsAsOneCodePoint() {
        FoldedText folded = Folding.fold("😀a");
        assertThat(folded.originalStart(2)).isEqualTo(1);
        assertThat(folded.originalEnd(3)).isEqualTo(2);
    }

    @Test
    void tellsSpansInCodePointsOfTheOriginal() {
        Span span = Shipped.detectors().find("😀𠮷 ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ 😀").get(0);
        assertThat(span.start()).isEqualTo(3);
        assertThat(span.end()).isEqualTo(19);
    }

    @Test
    void survivesLoneSurrogatesAndMarksWithoutLetters() {
        assertThat(Folding.fold("\uD83D \u0301\u3099").length()).isPositive();
        assertThat(Folding.fold("").length()).isZero();
    }

    /** Eight bytes are looked at together: wherever a character stands among them, it is told as if it stood alone. */
    @Test
    void readsEachCharacterOfAsciiAlikeWhereverItStands() {
        for (char c = 0; c < 128; c++) {
            for (int at = 0; at < 19; at++) {
                byte[] bytes = (" ".repeat(at) + c + " ".repeat(18 - at)).getBytes(StandardCharsets.US_ASCII);
                FoldedText folded = new FoldedText(false);
                Folding.fold(bytes, 0, at + 1, folded);
                assertThat(folded.lowerAt(at)).as("%d at %d", (int) c, at).isEqualTo(Character.toLowerCase(c));
                assertThat(folded.digits()).as("%d at %d", (int) c, at).isEqualTo(Character.isDigit(c) ? 1 : 0);
                assertThat(folded.hasLetters()).as("%d at %d", (int) c, at).isEqualTo(Character.isLetter(c));
                assertThat(folded.mayHaveCapitals()).as("%d at %d", (int) c, at).isEqualTo(Character.isUpperCase(c));
            }
        }
    }
}
