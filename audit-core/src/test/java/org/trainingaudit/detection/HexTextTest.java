package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "325a3908-bd8e-0113-9bb6-32e1e9ff3d46",
                "325A3908-BD8E-0113-9BB6-32E1E9FF3D46",
                "d41d8cd98f00b204e9800998ecf8427e",
                "{3ada41f9-bed4-4bad-8face-0a1b2c3d4e5f}",
                "9e107d9d372bb6826bd81d3542a419d6 12345678"
            })
    void isWhatIdsAndHashesAre(String text) {
        assertThat(HexText.is(Folding.fold(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678",
                "ada19450",
                "bed4",
                "deadbeef",
                "3ada41f9 deaf",
                "3ada41f9-bed4 x",
                "3ada41f9-b2",
                "cd45",
                "DE89370400440532013000 Ulm",
                "3ada41f9é"
            })
    void isNotWhatMayHaveWords(String text) {
        assertThat(HexText.is(Folding.fold(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3ada41f9-bed4-4bad-8face-0a1b2c3d4e5f", "4ada1b2c", "a1bed-4c5d6e7f8"})
    void hasNoWords(String text) {
        CellReader reader = Shipped.detectors().reader();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Folding.fold(bytes, 0, bytes.length, reader.text());
        assertThat(reader.terms()).isEmpty();
        assertThat(reader.matches(new BitSet())).isEmpty();
    }
}
