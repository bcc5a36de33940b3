package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick reading takes, the strict one takes too: that is all that a verifier rests on. */
class QuickEntryTest {

    private static final String ID = "0123456789abcdef".repeat(4);

    private static String entry(String body, String ts) {
        return "{\"body\":" + body + ",\"id\":\"" + ID
                + "\",\"kind\":\"use\",\"run\":\"nightly/2026-11-21\",\"seq\":17,\"ts\":\"" + ts + "\",\"v\":1}";
    }

    private static final String TS = "2026-11-21T18:00:03.000Z";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1}",
                "{\"a\":[{\"b\":true,\"c\":null},false,-3,0,\"x\"],\"b\":{}}",
                "{\"name\":\"日本語の列、カタカナ\",\"zz\":\"a\\\"b\\\\c\\n\\u001f\"}",
                "{\"a\":\"é and ü\",\"b\":\"twelve letters and more than eight\"}"
            })
    void takesWhatIsCanonical(String body) {
        byte[] bytes = bytes(entry(body, TS));

        QuickEntry quick = new QuickEntry();
        assertThat(quick.read(bytes, 0, bytes.length, 17)).isTrue();
        assertThat(text(bytes, quick.bodyFrom, quick.bodyTo)).isEqualTo(body);
        assertThat(text(bytes, quick.kindFrom, quick.kindTo)).isEqualTo("use");
        assertThat(text(bytes, quick.runFrom, quick.runTo)).isEqualTo("nightly/2026-11-21");
        assertThat(quick.idHigh()).isEqualTo(0x0123456789abcdefL);
        assertThat(isTakenStrictly(bytes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\": 1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":1.0}",
                "{\"a\":9007199254740992}",
                "{\"A\":1}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"e\u0301\"}",
                "{\"a\":\"か\u3099\"}",
                "{\"a\":\"line\nbreak, with more than eight\"}",
                "{\"a\":[[[[[[[[1]]]]]]]]}",
                "{\"a\":tru}",
                "{\"a\":[1,]}"
            })
    void leavesTheRestToTheStrictReading(String body) {
        byte[] bytes = bytes(entry(body, TS));

        assertThat(new QuickEntry().read(bytes, 0, bytes.length, 17)).isFalse();
        assertThat(isTakenStrictly(bytes)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-11-31T00:00:00.000Z",
                "2026-11-21T24:00:00.000Z",
                "2026-11-21T23:59:60.000Z",
                "2026-11-21 23:59:00.000Z",
                "2026-11-21T23:59:00.00ZZ"
            })
    void takesNoTimeThatIsNone(String ts) {
        byte[] bytes = bytes(entry("{}", ts));

        assertThat(new QuickEntry().read(bytes, 0, bytes.length, 17)).isFalse();
        assertThat(isTakenStrictly(bytes)).isFalse();
    }

    @Test
    void takesNoOtherPlace() {
        byte[] bytes = bytes(entry("{}", TS));

        assertThat(new QuickEntry().read(bytes, 0, bytes.length, 18)).isFalse();
        assertThat(new QuickEntry().read(bytes, 0, bytes.length - 1, 17)).isFalse();
    }

    @Test
    void takesNothingThatTheStrictReadingRefuses() {
        List<String> bodies = List.of(
                "{\"a\":[{\"b\":true,\"c\":null},false,-3,0,\"x\"],\"b\":{\"c\":\"\\u0001\\t\"},\"zz\":\"日本語 é\"}",
                "{\"rules\":[{\"by\":\"\",\"outcome\":\"satisfied\",\"rule\":\"JP-01\"}],\"use\":\"u-1\"}");
        long seed = 20261122;
        Random random = new Random(seed);
        QuickEntry quick = new QuickEntry();
        int taken = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] bytes = bytes(entry(bodies.get(round % 2), TS));
            byte[] mutated = mutated(bytes, random);
            if (quick.read(mutated, 0, mutated.length, 17)) {
                taken++;
                assertThat(isTakenStrictly(mutated))
                        .as("seed " + seed + ", round " + round + ": " + text(mutated, 0, mutated.length))
                        .isTrue();
            }
        }
        assertThat(taken).as("mutations that leave an entry well-formed").isGreaterThan(1000);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int at = random.nextInt(changed.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 1 -> {
                changed[at] = (byte) "\"\\{}[],:0129-azA nu\u0001".charAt(random.nextInt(20));
                yield changed;
            }
            case 2 -> {
                byte[] shorter = Arrays.copyOf(changed, changed.length - 1);
                System.arraycopy(changed, at + 1, shorter, at, shorter.length - at);
                yield shorter;
            }
            default -> {
                byte[] longer = Arrays.copyOf(changed, changed.length + 1);
                System.arraycopy(changed, at, longer, at + 1, changed.length - at);
                yield longer;
            }
        };
    }

    private static boolean isTakenStrictly(byte[] bytes) {
        try {
            CheckedEntry.read(bytes, 17);
            return true;
        } catch (StrictJson.Refused e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
