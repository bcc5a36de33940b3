package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of a {@link TermTree} while it is built, those behind which come first: of two that are alike only one is kept. */
final class TermStates {

    private static final int NONE = -1;

    /** What is known of a state before it has a number. */
    static final class Open {

        private final int end;
        private char[] chars = new char[2];
        private int[] targets = new int[2];
        private int count;

        private Open(int end) {
            this.end = end;
        }

        /** Adds a character, which comes behind all others so far, and where it leads. */
        void add(char c, int target) {
            if (count == chars.length) {
                chars = Arrays.copyOf(chars, 2 * count);
                targets = Arrays.copyOf(targets, 2 * count);
            }
            chars[count] = c;
            targets[count++] = target;
        }
    }

    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final List<int[]> numbers = new ArrayList<>();
    private int[] first = new int[1 << 10];
    private int[] ends = new int[1 << 10];
    private char[] chars = new char[1 << 10];
    private int[] targets = new int[1 << 10];
    private int states;

    /** The states by what they are like, in places that are tried one after the other. */
    private int[] places = empty(1 << 11);

    /** Begins a state where the terms of those numbers end. */
    Open open(int[] ended) {
        List<Integer> key = Arrays.stream(ended).boxed().toList();
        return new Open(known.computeIfAbsent(key, missing -> {
            numbers.add(ended);
            return numbers.size() - 1;
        }));
    }

    /** The number of the state, or of one that is like it. */
    int close(Open open) {
        int place = place(open);
        if (places[place] == NONE) {
            places[place] = append(open);
            if (2 * states > places.length) {
                widen();
            }
            return states - 1;
        }
        return places[place];
    }

    private int place(Open open) {
        int place = spread(hash(open.end, open.chars, open.targets, 0, open.count));
        while (places[place] != NONE && !isLike(places[place], open)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private boolean isLike(int state, Open open) {
        int from = first[state];
        int to = first[state + 1];
        return ends[state] == open.end
                && Arrays.equals(chars, from, to, open.chars, 0, open.count)
                && Arrays.equals(targets, from, to, open.targets, 0, open.count);
    }

    private int append(Open open) {
        int from = first[states];
        int to = from + open.count;
        if (to > chars.length) {
            chars = Arrays.copyOf(chars, larger(to));
            targets = Arrays.copyOf(targets, larger(to));
        }
        System.arraycopy(open.chars, 0, chars, from, open.count);
        System.arraycopy(open.targets, 0, targets, from, open.count);
        if (states + 1 == ends.length) {
            ends = Arrays.copyOf(ends, larger(ends.length));
            first = Arrays.copyOf(first, larger(first.length));
        }
        ends[states] = open.end;
        first[++states] = to;
        return states - 1;
    }

    private static int larger(int size) {
        return size + size / 4;
    }

    private void widen() {
        places = empty(2 * places.length);
        for (int state = 0; state < states; state++) {
            int place = spread(hash(ends[state], chars, targets, first[state], first[state + 1]));
            while (places[place] != NONE) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = state;
        }
    }

    private static int hash(int end, char[] chars, int[] targets, int from, int to) {
        int hash = end;
        for (int i = from; i < to; i++) {
            hash = (hash * 31 + chars[i]) * 31 + targets[i];
        }
        return hash;
    }

    private int spread(int hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & (places.length - 1);
    }

    private static int[] empty(int size) {
        int[] places = new int[size];
        Arrays.fill(places, NONE);
        return places;
    }

    int size() {
        return states;
    }

    /** Of each state where its characters begin in the next two; one more for where the last ones end. As all of these, with room behind. */
    int[] first() {
        return first;
    }

    char[] chars() {
        return chars;
    }

    int[] targets() {
        return targets;
    }

    /** Of each state which of the lists of numbers is that of the terms that end there. */
    int[] ends() {
        return ends;
    }

    int[][] numbers() {
        return numbers.toArray(int[][]::new);
    }
}
