package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StrictJsonTest {

    private static final long SEED = 20261121L;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u00",
            "0",
            "1",
            "-",
            "e",
            ".",
            "a",
            "_",
            " ",
            "\n",
            "null",
            "true",
            "é",
            "e\u0301",
            "患",
            "か\u3099",
            "\u2028",
            "\u007f",
            "\\n",
            "\\u001f",
            "9007199254740991",
            "9007199254740992");

    @TestFactory
    Stream<DynamicTest> decidesEveryPublishedEntry() {
        return Vectors.ALL
                .path("entry_cases")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.path("name").stringValue(),
                        () -> assertThat(isEntry(HexFormat.of()
                                        .parseHex(vector.path("bytes_hex").stringValue())))
                                .isEqualTo(vector.path("expect").stringValue().equals("accept"))));
    }

    private static boolean isEntry(byte[] bytes) {
        try {
            CheckedEntry.read(bytes, 3);
            return true;
        } catch (StrictJson.Refused e) {
            return false;
        }
    }

    // Two readings that share no code: where they differ, one of them is wrong.
    @Test
    void decidesAsTheWriterDoesOnRandomDamage() {
        Random random = new Random(SEED);
        List<byte[]> seeds = new ArrayList<>(Vectors.entries());
        Stream.of(
                        "[[[[[[[[{}]]]]]]]]",
                        "[[[[[[[[[]]]]]]]]]",
                        "[[[[[[[[[1]]]]]]]]]",
                        "{\"a\":[],\"b\":{}}",
                        "\"é患\\u0001\"",
                        "[0,-1,null,true]")
                .map(Vectors::bytes)
                .forEach(seeds::add);
        int taken = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] bytes = mutated(seeds.get(random.nextInt(seeds.size())), random);
            boolean writer = writerTakes(bytes);
            assertThat(verifierTakes(bytes))
                    .as("seed %d, mutation %d: %s", SEED, i, HexFormat.of().formatHex(bytes))
                    .isEqualTo(writer);
            taken += writer ? 1 : 0;
        }
        assertThat(taken).isBetween(1000, 50_000);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        int at = random.nextInt(seed.length);
        int to = Math.min(seed.length, at + random.nextInt(3));
        byte[] piece = random.nextInt(3) == 0
                ? new byte[] {(byte) random.nextInt(256)}
                : Vectors.bytes(PIECES.get(random.nextInt(PIECES.size())));
        byte[] bytes = Arrays.copyOf(seed, at + piece.length + seed.length - to);
        System.arraycopy(piece, 0, bytes, at, piece.length);
        System.arraycopy(seed, to, bytes, at + piece.length, seed.length - to);
        return bytes;
    }

    private static boolean writerTakes(byte[] bytes) {
        try {
            CanonicalJson.parse(bytes);
            return true;
        } catch (TrailException e) {
            return false;
        }
    }

    private static boolean verifierTakes(byte[] bytes) {
        try {
            StrictJson.parse(bytes);
            return true;
        } catch (StrictJson.Refused e) {
            return false;
        }
    }
}
