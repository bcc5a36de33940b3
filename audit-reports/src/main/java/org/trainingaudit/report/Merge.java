package org.trainingaudit.report;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads sorted files as one; of equal keys those of an earlier file come first. */
final class Merge extends Sorter.Cursor {

    private static final int MOST_BUFFERED = 16 << 20;
    private static final int LARGEST_BUFFER = 1 << 17;

    private final List<SortedFile> all = new ArrayList<>();
    /** A heap: each is before the two at twice its place. */
    private final List<SortedFile> heap = new ArrayList<>();

    private boolean begun;

    Merge(List<Path> files) throws IOException {
        int buffer = Math.max(1 << 12, Math.min(LARGEST_BUFFER, MOST_BUFFERED / files.size()));
        for (Path file : files) {
            SortedFile sorted = new SortedFile(file, all.size(), buffer);
            all.add(sorted);
            if (sorted.next()) {
                heap.add(sorted);
            }
        }
        for (int at = heap.size() / 2; at >= 0; at--) {
            sink(at);
        }
    }

    @Override
    boolean next() throws IOException {
        if (begun && !heap.isEmpty()) {
            SortedFile first = heap.get(0);
            if (!first.next()) {
                SortedFile last = heap.remove(heap.size() - 1);
                if (!heap.isEmpty()) {
                    heap.set(0, last);
                }
            }
            sink(0);
        }
        begun = true;
        if (heap.isEmpty()) {
            return false;
        }
        SortedFile first = heap.get(0);
        bytes = first.bytes;
        key = first.key;
        keyEnd = first.keyEnd;
        value = first.value;
        valueEnd = first.valueEnd;
        return true;
    }

    private void sink(int start) {
        int at = start;
        while (2 * at + 1 < heap.size()) {
            int child = 2 * at + 1;
            if (child + 1 < heap.size() && isBefore(heap.get(child + 1), heap.get(child))) {
                child++;
            }
            if (isBefore(heap.get(at), heap.get(child))) {
                return;
            }
            SortedFile down = heap.get(at);
            heap.set(at, heap.get(child));
            heap.set(child, down);
            at = child;
        }
    }

    private static boolean isBefore(SortedFile one, SortedFile other) {
        int order = one.compareKey(other);
        return order < 0 || (order == 0 && one.number < other.number);
    }

    @Override
    public void close() throws IOException {
        for (SortedFile sorted : all) {
            sorted.close();
        }
    }

    private static final class SortedFile extends Sorter.Cursor {
        private final DataInputStream in;
        private final int number;

        SortedFile(Path file, int number, int buffer) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), buffer));
            this.number = number;
        }

        @Override
        boolean next() throws IOException {
            int keyLength;
            try {
                keyLength = in.readInt();
            } catch (EOFException end) {
                return false;
            }
            int length = keyLength + in.readInt();
            if (bytes.length < length) {
                bytes = new byte[Math.max(length, 2 * bytes.length)];
            }
            in.readFully(bytes, 0, length);
            keyEnd = keyLength;
            value = keyLength;
            valueEnd = length;
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
