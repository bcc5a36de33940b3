package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexIdTest {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void takesEachDigitAtEachPlaceAndNothingElse() {
        Random random = new Random(20261122);
        byte[] id = new byte[HexId.LENGTH];
        for (int at = 0; at < id.length; at++) {
            id[at] = DIGITS[random.nextInt(16)];
        }
        for (int at = 0; at < id.length; at++) {
            byte before = id[at];
            for (int other = 0; other < 256; other++) {
                id[at] = (byte) other;
                boolean digit = (other >= '0' && other <= '9') || (other >= 'a' && other <= 'f');
                assertThat(new HexId().read(id, 0))
                        .as("byte %d at %d", other, at)
                        .isEqualTo(digit);
            }
            id[at] = before;
        }
    }

    @Test
    void saysWhatTheFirstHalfStandsFor() {
        Random random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            long high = random.nextLong();
            long low = random.nextLong();
            HexId id = new HexId();
            assertThat(id.read(
                            ("x" + String.format("%016x%016x", high, low) + "0".repeat(32))
                                    .getBytes(StandardCharsets.US_ASCII),
                            1))
                    .isTrue();
            assertThat(id.high).isEqualTo(high);
            assertThat(id.low).isEqualTo(low);
        }
    }
}
