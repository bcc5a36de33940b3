package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes over an object in canonical JSON from front to back, once, and makes nothing but what is asked for. Whether the bytes are
 * canonical was checked before. Short texts that come again are made once. Reads one object after the other; not for use by
 * several threads.
 *
 * <pre>{@code
 * cursor.over(entry);
 * while (cursor.more()) {
 *     switch (cursor.name()) {
 *         case "facts" -> facts(cursor); // goes into a list by enter() and out of it by more()
 *         case "use" -> use = cursor.text();
 *         default -> cursor.skip();
 *     }
 * }
 * }</pre>
 */
public final class CanonicalCursor {

    private static final int REMEMBERED = 1 << 12;
    private static final int LONGEST_REMEMBERED = 96;

    private final Remembered<String> texts = new Remembered<>(REMEMBERED, LONGEST_REMEMBERED);
    private byte[] bytes = new byte[0];
    private int at;

    /** Begins with the body of an entry: the first {@link #more()} goes to its first member. */
    public void over(EntryText entry) {
        bytes = entry.source();
        at = entry.bodyFrom() + 1;
    }

    /** Begins at a value in canonical bytes; they must not be changed before it's read. */
    public void over(byte[] canonical, int from) {
        bytes = canonical;
        at = from;
    }

    /** Goes into the object or list that stands here. */
    public void enter() {
        at++;
    }

    /** Whether the object or list that was entered last has one more; where it has none, goes out of it. */
    public boolean more() {
        byte next = bytes[at];
        if (next == '}' || next == ']') {
            at++;
            return false;
        }
        if (next == ',') {
            at++;
        }
        return true;
    }

    /** The member's name; the cursor goes to its value. */
    public String name() {
        int from = at + 1;
        int to = from;
        while (bytes[to] != '"') {
            to++;
        }
        at = to + 2;
        return texts.of(bytes, from, to, CanonicalCursor::ascii);
    }

    /** The first byte of the value that stands here, which tells its kind. */
    public char kind() {
        return (char) bytes[at];
    }

    /** The text that stands here, or the empty one where the value is none; goes behind it. */
    public String text() {
        int from = at;
        at = CanonicalBytes.skip(bytes, at);
        return bytes[from] == '"' ? texts.of(bytes, from + 1, at - 1, CanonicalBytes::decoded) : "";
    }

    /** The canonical bytes of the value that stands here, as a text; goes behind it. */
    public String raw() {
        int from = at;
        at = CanonicalBytes.skip(bytes, at);
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    /** Goes behind the value that stands here. */
    public void skip() {
        at = CanonicalBytes.skip(bytes, at);
    }

    /** The value that stands here, made of its canonical bytes or remembered from when it was; goes behind it. */
    public <T> T value(Remembered<T> known, Remembered.Maker<T> maker) {
        int from = at;
        at = CanonicalBytes.skip(bytes, at);
        return known.of(bytes, from, at, maker);
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Values that were made of the same bytes before. Holds a fixed number of them, the last of those that fall on one place.
     *
     * @param <T> what is made; it's shared, so it must not change
     */
    public static final class Remembered<T> {

        private final Object[] values;
        private final byte[][] keys;
        private final int longest;

        /**
         * An empty memory.
         *
         * @param places how many values at most, a power of two
         * @param longest the most bytes of a value that is remembered
         */
        public Remembered(int places, int longest) {
            if (Integer.bitCount(places) != 1) {
                throw new IllegalArgumentException("places must be a power of two, but were " + places);
            }
            this.values = new Object[places];
            this.keys = new byte[places][];
            this.longest = longest;
        }

        /** Makes a value of bytes, which it doesn't keep. */
        public interface Maker<T> {
            /** The value of the bytes from a place to another. */
            T make(byte[] bytes, int from, int to);
        }

        /** The value of the bytes from a place to another. */
        public T of(byte[] bytes, int from, int to, Maker<T> maker) {
            if (to - from > longest) {
                return maker.make(bytes, from, to);
            }
            int place = Slices.hash(bytes, from, to) & (values.length - 1);
            byte[] key = keys[place];
            if (key != null && key.length == to - from && Arrays.equals(key, 0, key.length, bytes, from, to)) {
                return known(place);
            }
            T made = maker.make(bytes, from, to);
            keys[place] = Arrays.copyOfRange(bytes, from, to);
            values[place] = made;
            return made;
        }

        @SuppressWarnings("unchecked") // only of() puts values in, and only of this type
        private T known(int place) {
            return (T) values[place];
        }
    }
}
