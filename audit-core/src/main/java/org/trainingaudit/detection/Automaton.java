package org.trainingaudit.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all of many terms in one pass over a text (Aho and Corasick). Written for speed: transitions live in one open hash
 * table keyed by state and character, which stays small for terms of several scripts.
 *
 * <p>Unchangeable once {@link Builder#build() built}, and then safe for many threads.
 */
final class Automaton {

    /** Receives a term's place: start inclusive, end exclusive. */
    interface Hit {
        void at(int start, int end, int term);
    }

    private static final int NONE = -1;

    private final long[] keys;
    private final int[] targets;
    private final int[] fail;
    private final int[] report;
    private final int[][] terms;
    private final int[] depth;

    /** The state after each first character; the way back to the start is the commonest of all. */
    private final int[] first = new int[1 << 16];

    private Automaton(long[] keys, int[] targets, int[] fail, int[] report, int[][] terms, int[] depth) {
        this.keys = keys;
        this.targets = targets;
        this.fail = fail;
        this.report = report;
        this.terms = terms;
        this.depth = depth;
        for (int c = 0; c < first.length; c++) {
            first[c] = Math.max(0, step(keys, targets, 0, (char) c));
        }
    }

    void scan(String text, Hit hit) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int next = state == 0 ? NONE : step(keys, targets, state, c);
            while (next == NONE && state != 0) {
                state = fail[state];
                next = state == 0 ? NONE : step(keys, targets, state, c);
            }
            state = next == NONE ? first[c] : next;
            if (state == 0) {
                continue;
            }
            for (int at = terms[state].length > 0 ? state : report[state]; at > 0; at = report[at]) {
                for (int term : terms[at]) {
                    hit.at(i + 1 - depth[at], i + 1, term);
                }
            }
        }
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

    /** Takes the terms, then builds. */
    static final class Builder {

        private long[] keys = empty(1 << 12);
        private int[] targets = new int[1 << 12];
        private int edges;
        private final List<int[]> parents = new ArrayList<>(List.of(new int[] {0, 0}));
        private final List<int[]> terms = new ArrayList<>(List.of(new int[0]));

        void add(String term, int id) {
            int state = 0;
            for (int i = 0; i < term.length(); i++) {
                int next = step(keys, targets, state, term.charAt(i));
                state = next == NONE ? grow(state, term.charAt(i)) : next;
            }
            int[] ids = Arrays.copyOf(terms.get(state), terms.get(state).length + 1);
            ids[ids.length - 1] = id;
            terms.set(state, ids);
        }

        private int grow(int state, char c) {
            if (2 * ++edges > keys.length) {
                widen();
            }
            int made = parents.size();
            parents.add(new int[] {state, c});
            terms.add(new int[0]);
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

        Automaton build() {
            int states = parents.size();
            int[] fail = new int[states];
            int[] report = new int[states];
            int[] depth = new int[states];
            for (int state : byDepth(depth)) {
                int parent = parents.get(state)[0];
                char c = (char) parents.get(state)[1];
                fail[state] = parent == 0 ? 0 : failure(fail, parent, c);
                report[state] = terms.get(fail[state]).length > 0 ? fail[state] : report[fail[state]];
            }
            return new Automaton(keys, targets, fail, report, terms.toArray(int[][]::new), depth);
        }

        private int failure(int[] fail, int parent, char c) {
            int at = fail[parent];
            int next = step(keys, targets, at, c);
            while (next == NONE && at != 0) {
                at = fail[at];
                next = step(keys, targets, at, c);
            }
            return next == NONE ? 0 : next;
        }

        private List<Integer> byDepth(int[] depth) {
            List<List<Integer>> children = new ArrayList<>();
            parents.forEach(parent -> children.add(new ArrayList<>()));
            for (int state = 1; state < parents.size(); state++) {
                children.get(parents.get(state)[0]).add(state);
            }
            List<Integer> order = new ArrayList<>();
            ArrayDeque<Integer> queue = new ArrayDeque<>(children.get(0));
            while (!queue.isEmpty()) {
                int state = queue.remove();
                depth[state] = depth[parents.get(state)[0]] + 1;
                order.add(state);
                queue.addAll(children.get(state));
            }
            return order;
        }
    }
}
