package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ValueMemoryTest {

    private static final int PLACES = 64;

    private final ValueMemory memory = new ValueMemory(PLACES);

    private void ask(int times, IntFunction<String> values) {
        for (int i = 0; i < times; i++) {
            byte[] value = values.apply(i).getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(value, value.length + ValueMemory.SLACK);
            if (memory.recall(bytes, 0, value.length) == null) {
                memory.keep(ColumnCounter.Seen.NOTHING);
            }
        }
    }

    /** Letters alone, since values that differ in their digits count as alike. */
    private static String different(int number) {
        return Integer.toString(number, 36).replaceAll("[0-9]", "") + "-"
                + Integer.toBinaryString(number).replace('0', 'o').replace('1', 'l');
    }

    @Test
    void takesNoRoomBeforeTheFirstValueComes() {
        assertThat(memory.room()).isZero();
    }

    @Test
    void keepsItsRoomWhereValuesComeAgain() {
        ask(10_000, number -> number % 2 == 0 ? "active" : "on leave");
        assertThat(memory.room()).isEqualTo(PLACES);
    }

    @Test
    void givesItsRoomBackWhereNoValueComesAgainAndTriesOnceMoreLater() {
        ask(2_000, ValueMemoryTest::different);
        assertThat(memory.room()).isEqualTo(PLACES);
        ask(5_000, ValueMemoryTest::different);
        assertThat(memory.room()).isZero();
        ask(70_000, number -> "active");
        assertThat(memory.room()).isEqualTo(PLACES);
    }
}
