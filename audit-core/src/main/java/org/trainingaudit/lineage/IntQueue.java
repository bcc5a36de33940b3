package org.trainingaudit.lineage;

import java.util.Arrays;

/** Numbers, first in, first out. */
final class IntQueue {

    private int[] items = new int[64];
    private int head;
    private int tail;

    boolean isEmpty() {
        return head == tail;
    }

    void add(int item) {
        if (tail == items.length) {
            items = Arrays.copyOf(items, items.length * 2);
        }
        items[tail++] = item;
    }

    int remove() {
        return items[head++];
    }

    /** All that was ever added, in that order. */
    int[] all() {
        return Arrays.copyOf(items, tail);
    }
}
