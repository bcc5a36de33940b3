package org.trainingaudit.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the bytes that matter among eight at once: delimiter, quote, and those below 0x10, among them line ends and NUL. */
final class ByteFinder {

    /** The high bit of each byte, which ASCII doesn't use. */
    private static final long NON_ASCII = 0x8080808080808080L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_7 = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0F0F0L;
    private static final long EACH = 0x0101010101010101L;

    private final long delimiters;
    private final long quotes;

    ByteFinder(byte delimiter, byte quote) {
        this.delimiters = EACH * (delimiter & 0xFF);
        this.quotes = EACH * (quote & 0xFF);
    }

    /** Eight bytes, the first of them lowest. */
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** How many of the eight bytes are ASCII before the first one that isn't. */
    static int ascii(long word) {
        return Long.numberOfTrailingZeros(word & NON_ASCII) >>> 3;
    }

    static boolean hasNonAscii(long word) {
        return (word & NON_ASCII) != 0;
    }

    /** Whether there is nothing but spaces and tabs. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The high bit of each byte that matters; exact for every byte, as no carry leaves its byte. */
    long hits(long word) {
        long control = word & HIGH_NIBBLES;
        long delimiter = word ^ delimiters;
        long quote = word ^ quotes;
        long none = (((control & LOW_7) + LOW_7) | control)
                & (((delimiter & LOW_7) + LOW_7) | delimiter)
                & (((quote & LOW_7) + LOW_7) | quote);
        return ~(none | LOW_7);
    }
}
