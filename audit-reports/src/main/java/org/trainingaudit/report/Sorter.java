package org.trainingaudit.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingaudit.disk.DiskFault;

/**
 * Sorts records by the bytes of their keys; those of equal keys stay in the order in which they came. Takes a fixed room in
 * memory: what doesn't fit is sorted piece by piece into files, which are merged as they are read.
 */
final class Sorter {

    private static final int HEAD = 2 * Integer.BYTES;
    private static final int SMALLEST = 1 << 14;
    private static final int FILE_BUFFER = 1 << 16;

    private final Scratch scratch;
    private final int room;
    private final List<Path> files = new ArrayList<>();
    private byte[] arena = new byte[0];
    private int used;
    private int[] places = new int[0];
    private int count;
    private long records;
    private boolean sorted;

    /**
     * An empty one.
     *
     * @param scratch where files go
     * @param room how many bytes to keep in memory; a record that is larger than that takes what it needs
     */
    Sorter(Scratch scratch, int room) {
        this.scratch = scratch;
        this.room = Math.min(room, scratch.most());
    }

    /** Goes through the records; where the key and the value of the present one lie in its bytes. */
    abstract static class Cursor implements Closeable {
        byte[] bytes = new byte[0];
        int key;
        int keyEnd;
        int value;
        int valueEnd;

        /** Moves to the next record; false where there is none. */
        abstract boolean next() throws IOException;

        @Override
        public void close() throws IOException {}

        /** The key of the present record. */
        byte[] keyBytes() {
            return Arrays.copyOfRange(bytes, key, keyEnd);
        }

        /** Whether the present record has that key. */
        boolean hasKey(byte[] wanted) {
            return Arrays.equals(wanted, 0, wanted.length, bytes, key, keyEnd);
        }

        int compareKey(Cursor other) {
            return Arrays.compareUnsigned(bytes, key, keyEnd, other.bytes, other.key, other.keyEnd);
        }
    }

    /** Makes room for a record and answers the place of its key; {@link #arena()} is where to put key and value. */
    int add(int keyLength, int valueLength) throws IOException {
        int size = HEAD + keyLength + valueLength;
        if (used > 0 && used + size > room) {
            spill();
        }
        if (used + size > arena.length) {
            int wanted = Math.max(Math.max(SMALLEST, used + size), (int) Math.min(room, 2L * arena.length));
            arena = Arrays.copyOf(arena, wanted);
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, Math.max(256, 2 * count));
        }
        places[count++] = used;
        putInt(used, keyLength);
        putInt(used + Integer.BYTES, valueLength);
        int at = used + HEAD;
        used += size;
        records++;
        sorted = false;
        return at;
    }

    /** Adds a record. */
    void add(byte[] key, byte[] value, int valueFrom, int valueLength) throws IOException {
        int at = add(key.length, valueLength);
        System.arraycopy(key, 0, arena, at, key.length);
        System.arraycopy(value, valueFrom, arena, at + key.length, valueLength);
    }

    /** Where records are put; another one after each {@link #add(int, int)}. */
    byte[] arena() {
        return arena;
    }

    /** How many records there are. */
    long records() {
        return records;
    }

    /** All records by key, from the first. No more can be added after; may be called again. */
    Cursor cursor() throws IOException {
        if (files.isEmpty()) {
            sort();
            return new InMemory();
        }
        if (used > 0) {
            spill();
        }
        arena = new byte[0];
        places = new int[0];
        return new Merge(files);
    }

    private void spill() throws IOException {
        sort();
        Path file = scratch.file();
        DiskFault.change(file, () -> putInto(file));
        files.add(file);
        used = 0;
        count = 0;
    }

    private void putInto(Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), FILE_BUFFER))) {
            for (int i = 0; i < count; i++) {
                int place = places[i];
                out.write(arena, place, HEAD + getInt(place) + getInt(place + Integer.BYTES));
            }
        }
    }

    private void putInt(int at, int number) {
        arena[at] = (byte) (number >>> 24);
        arena[at + 1] = (byte) (number >>> 16);
        arena[at + 2] = (byte) (number >>> 8);
        arena[at + 3] = (byte) number;
    }

    private int getInt(int at) {
        return ((arena[at] & 0xff) << 24)
                | ((arena[at + 1] & 0xff) << 16)
                | ((arena[at + 2] & 0xff) << 8)
                | (arena[at + 3] & 0xff);
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(
                arena, one + HEAD, one + HEAD + getInt(one), arena, other + HEAD, other + HEAD + getInt(other));
    }

    /** Most come in order, or in long pieces of it. */
    private void sort() {
        if (!sorted) {
            sort(places, new int[count], 0, count);
            sorted = true;
        }
    }

    private void sort(int[] list, int[] other, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(list, other, from, middle);
        sort(list, other, middle, to);
        if (compare(list[middle - 1], list[middle]) <= 0) {
            return;
        }
        System.arraycopy(list, from, other, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takesRight = right < to && compare(other[left], list[right]) > 0;
            list[at] = takesRight ? list[right++] : other[left++];
        }
    }

    /** Records that all fit. */
    private final class InMemory extends Cursor {
        private int at;

        @Override
        boolean next() {
            if (at == count) {
                return false;
            }
            bytes = arena;
            key = places[at] + HEAD;
            keyEnd = key + getInt(places[at]);
            value = keyEnd;
            valueEnd = value + getInt(places[at] + Integer.BYTES);
            at++;
            return true;
        }
    }
}
