package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All terms of a {@link Lexicon}, character by character: from a state a character leads to the next, and at some states
 * terms end. One open hash table holds it all. Unchangeable once {@link Builder#build() built}.
 */
final class TermTree {

    /** No state: no term goes on so. */
    static final int NONE = -1;

    /** Where all terms begin. */
    static final int ROOT = 0;

    private final long[] keys;
    private final int[] targets;
    private final int[][] terms;

    /** Of each state bits of the characters that lead on, 32 of them for all: most texts end there. */
    private final int[] onward;

    private TermTree(long[] keys, int[] targets, int[][] terms) {
        this.keys = keys;
        this.targets = targets;
        this.terms = terms;
        this.onward = new int[terms.length];
        for (long key : keys) {
            if (key != NONE) {
                onward[(int) (key >>> 16)] |= 1 << (int) key;
            }
        }
    }

    /** The state to which the character leads, or {@link #NONE}. */
    int step(int state, char c) {
        return ((onward[state] >>> c) & 1) == 0 ? NONE : step(keys, targets, state, c);
    }

    /** The state to which all characters of the beginning of a term lead. */
    int state(String beginning) {
        int state = ROOT;
        for (int i = 0; i < beginning.length(); i++) {
            state = step(state, beginning.charAt(i));
        }
        return state;
    }

    /** The numbers of the terms that end there; not to be changed. */
    int[] terms(int state) {
        return terms[state];
    }

    private static int step(long[] keys, int[] targets, int state, char c) {
        long key = key(state, c);
        int slot = slot(key, keys.length);
        while (keys[slot] != NONE) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    private static long key(int state, char c) {
        return ((long) state << 16) | c;
    }

    private static int slot(long key, int size) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (size - 1);
    }

    /** All terms with their numbers, some under several. */
    Map<String, int[]> terms() {
        Map<Integer, Long> cameBy = new HashMap<>();
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != NONE) {
                cameBy.put(targets[slot], keys[slot]);
            }
        }
        Map<String, int[]> all = new TreeMap<>();
        for (int state = 1; state < terms.length; state++) {
            if (terms[state].length > 0) {
                all.put(written(state, cameBy), terms[state]);
            }
        }
        return all;
    }

    private static String written(int end, Map<Integer, Long> cameBy) {
        StringBuilder term = new StringBuilder();
        for (Long key = cameBy.get(end); key != null; key = cameBy.get((int) (key >>> 16))) {
            term.append((char) (long) key);
        }
        return term.reverse().toString();
    }

    /** Takes the terms, then builds. */
    static final class Builder {

        private static final int[] NO_TERMS = {};

        private long[] keys = empty(1 << 12);
        private int[] targets = new int[1 << 12];
        private int edges;
        private final List<int[]> terms = new ArrayList<>(List.of(NO_TERMS));

        void add(String term, int id) {
            int state = ROOT;
            for (int i = 0; i < term.length(); i++) {
                int next = step(keys, targets, state, term.charAt(i));
                state = next == NONE ? grow(state, term.charAt(i)) : next;
            }
            int[] ids = Arrays.copyOf(terms.get(state), terms.get(state).length + 1);
            ids[ids.length - 1] = id;
            terms.set(state, ids);
        }

        private int grow(int state, char c) {
            if (3 * ++edges > 2 * keys.length) {
                widen();
            }
            int made = terms.size();
            terms.add(NO_TERMS);
            put(key(state, c), made);
            return made;
        }

        private void widen() {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = empty(2 * oldKeys.length);
            targets = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != NONE) {
                    put(oldKeys[i], oldTargets[i]);
                }
            }
        }

        private void put(long key, int target) {
            int slot = slot(key, keys.length);
            while (keys[slot] != NONE) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            targets[slot] = target;
        }

        private static long[] empty(int size) {
            long[] keys = new long[size];
            Arrays.fill(keys, NONE);
            return keys;
        }

        TermTree build() {
            return new TermTree(keys, targets, terms.toArray(int[][]::new));
        }
    }
}
