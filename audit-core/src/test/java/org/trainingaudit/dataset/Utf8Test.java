package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int[] POINTS = {'a', 'z', 0xE9, 0x7FF, 0x800, 0x6771, 0xD7FF, 0xE000, 0xFFFF, 0x1F600, 0x10FFFF
    };

    @Test
    void isValidWhereJavaDecodesIt() {
        Random random = new Random(5);
        int valid = 0;
        int rounds = 60_000;
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = text(random);
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int from = random.nextInt(3);
            int to = from + bytes.length - random.nextInt(2);
            byte[] there = new byte[from + bytes.length + 16];
            Arrays.fill(there, (byte) 'a');
            System.arraycopy(bytes, 0, there, from, bytes.length);
            boolean wanted = decodes(there, from, to);
            valid += wanted ? 1 : 0;
            assertThat(Utf8.isValid(there, from, to))
                    .as("%s from %d to %d", Arrays.toString(there), from, to)
                    .isEqualTo(wanted);
        }
        assertThat(valid).isBetween(rounds / 10, rounds * 9 / 10);
    }

    private static byte[] text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean decodes(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
