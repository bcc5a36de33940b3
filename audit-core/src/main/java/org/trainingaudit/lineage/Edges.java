package org.trainingaudit.lineage;

import java.util.Arrays;

/** Arrows between numbered things, each once, with a flag; kept in 12 to 24 bytes each. Ends are ordered by number. */
final class Edges {

    /** The arrows into one number, as a range of {@link #from}. */
    private int[] starts = new int[0];

    private int[] from = new int[0];
    private boolean[] marked = new boolean[0];

    private long[] table = new long[64];
    private boolean[] flags = new boolean[64];
    private int count;
    private boolean sorted;

    /** Adds an arrow; of two alike one is kept, unmarked where either is. */
    void add(int source, int target, boolean mark) {
        if (count * 2 >= table.length) {
            grow();
        }
        put((((long) source << 32) | target) + 1, mark);
        sorted = false;
    }

    private void put(long key, boolean mark) {
        int slot = slot(key);
        if (table[slot] == key) {
            flags[slot] &= mark;
            return;
        }
        table[slot] = key;
        flags[slot] = mark;
        count++;
    }

    /** Keys are one more than the pair, so that none is 0, which marks a free place. */
    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (table.length - 1);
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldTable = table;
        boolean[] oldFlags = flags;
        table = new long[oldTable.length * 2];
        flags = new boolean[oldTable.length * 2];
        count = 0;
        for (int i = 0; i < oldTable.length; i++) {
            if (oldTable[i] != 0) {
                put(oldTable[i], oldFlags[i]);
            }
        }
    }

    int count() {
        return count;
    }

    /** Calls for each arrow, in no order. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < table.length; i++) {
            if (table[i] != 0) {
                long pair = table[i] - 1;
                visitor.visit((int) (pair >>> 32), (int) pair, flags[i]);
            }
        }
    }

    /** Gets one arrow. */
    interface Visitor {
        void visit(int source, int target, boolean mark);
    }

    /** Calls for each arrow into the target, by source. */
    void into(int target, int nodes, Visitor visitor) {
        sort(nodes);
        for (int i = starts[target]; i < starts[target + 1]; i++) {
            visitor.visit(from[i], target, marked[i]);
        }
    }

    private void sort(int nodes) {
        if (sorted && starts.length == nodes + 1) {
            return;
        }
        starts = new int[nodes + 1];
        forEach((source, target, mark) -> starts[target + 1]++);
        for (int i = 0; i < nodes; i++) {
            starts[i + 1] += starts[i];
        }
        long[] filled = new long[count];
        int[] next = Arrays.copyOf(starts, nodes + 1);
        forEach((source, target, mark) -> filled[next[target]++] = ((long) source << 1) | (mark ? 1 : 0));
        from = new int[count];
        marked = new boolean[count];
        for (int i = 0; i < nodes; i++) {
            Arrays.sort(filled, starts[i], starts[i + 1]);
        }
        for (int i = 0; i < count; i++) {
            from[i] = (int) (filled[i] >>> 1);
            marked[i] = (filled[i] & 1) == 1;
        }
        sorted = true;
    }
}
