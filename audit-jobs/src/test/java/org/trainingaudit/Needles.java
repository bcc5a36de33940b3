package org.trainingaudit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many byte strings, each of at least {@value #START} bytes, all looked for in one pass over a text. */
final class Needles {

    private static final int START = 6;
    private static final long MASK = (1L << (Byte.SIZE * START)) - 1;
    private static final int BITS = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final class Needle {
        private final byte[] bytes;
        private final String told;

        Needle(byte[] bytes, String told) {
            this.bytes = bytes;
            this.told = told;
        }
    }

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(1 << BITS);

    void add(byte[] bytes, String told) {
        long start = 0;
        for (int i = 0; i < START; i++) {
            start = (start << Byte.SIZE) | (bytes[i] & 0xff);
        }
        byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(new Needle(bytes, told));
        starts.set(spread(start));
    }

    private static int spread(long start) {
        return (int) ((start * SPREAD) >>> (Long.SIZE - BITS));
    }

    /** What was told of those that stand in the text, as often as they do. */
    List<String> in(byte[] text) {
        List<String> found = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < text.length; i++) {
            last = ((last << Byte.SIZE) | (text[i] & 0xff)) & MASK;
            if (i >= START - 1 && starts.get(spread(last))) {
                int from = i - START + 1;
                byStart.getOrDefault(last, List.of()).stream()
                        .filter(needle -> standsAt(needle.bytes, text, from))
                        .forEach(needle -> found.add(needle.told));
            }
        }
        return found;
    }

    private static boolean standsAt(byte[] needle, byte[] text, int from) {
        return from + needle.length <= text.length
                && Arrays.equals(needle, 0, needle.length, text, from, from + needle.length);
    }
}
