package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTest {

    @Test
    void sortsTextsAsTheirUtf8BytesSort() {
        List<String> texts = List.of("", "a", "ab", "b", "é", "患", "\uffee", "𠮷", "𠮷a", "𡀀");
        for (String one : texts) {
            for (String other : texts) {
                int bytes = Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(Key.compareAsUtf8(one, other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }

    @Test
    void sortsByPartAndNotByTheJoinedText() {
        assertThat(Key.of("a", "z")).isLessThan(Key.of("a!", "b"));
        assertThat(Key.of("a")).isLessThan(Key.of("a", "b"));
    }
}
