package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All terms of a {@link Lexicon}, character by character: from a state a character leads to the next, and at some states
 * terms end. Beginnings are shared, and so are endings from which the same terms follow, so that a phrase in all its
 * spellings takes hardly more room than one. Unchangeable once {@link Builder#build() built}.
 */
final class TermTree {

    /** No state: no term goes on so. */
    static final int NONE = -1;

    /** So many characters are looked through one by one. */
    private static final int FEW = 8;

    private final int root;

    /** Of each state where its characters begin in the next two; one more for where the last ones end. */
    private final int[] first;

    /** The characters that lead on, in order within each state. */
    private final char[] chars;

    private final int[] targets;

    /** Of each state which of the lists below has the numbers of the terms that end there. */
    private final int[] ends;

    private final int[][] numbers;

    /** Of each state bits of the characters that lead on, 32 of them for all: most texts end there. */
    private final int[] onward;

    private TermTree(TermStates states, int root) {
        this.root = root;
        this.first = states.first();
        this.chars = states.chars();
        this.targets = states.targets();
        this.ends = states.ends();
        this.numbers = states.numbers();
        this.onward = new int[ends.length];
        for (int state = 0; state < ends.length; state++) {
            for (int i = first[state]; i < first[state + 1]; i++) {
                onward[state] |= 1 << chars[i];
            }
        }
    }

    /** Where all terms begin. */
    int root() {
        return root;
    }

    /** The state to which the character leads, or {@link #NONE}. */
    int step(int state, char c) {
        return ((onward[state] >>> c) & 1) == 0 ? NONE : look(first[state], first[state + 1], c);
    }

    private int look(int from, int to, char c) {
        if (to - from > FEW) {
            int at = Arrays.binarySearch(chars, from, to, c);
            return at < 0 ? NONE : targets[at];
        }
        for (int i = from; i < to; i++) {
            if (chars[i] == c) {
                return targets[i];
            }
        }
        return NONE;
    }

    /** The state to which all characters of the beginning of a term lead. */
    int state(String beginning) {
        int state = root;
        for (int i = 0; i < beginning.length(); i++) {
            state = step(state, beginning.charAt(i));
        }
        return state;
    }

    /** The numbers of the terms that end there; not to be changed. */
    int[] terms(int state) {
        return numbers[ends[state]];
    }

    /** How many states there are. */
    int size() {
        return ends.length;
    }

    /** All terms with their numbers, some under several. */
    Map<String, int[]> terms() {
        Map<String, int[]> all = new TreeMap<>();
        collect(root, new StringBuilder(), all);
        return all;
    }

    private void collect(int state, StringBuilder begun, Map<String, int[]> all) {
        if (terms(state).length > 0) {
            all.put(begun.toString(), terms(state));
        }
        for (int i = first[state]; i < first[state + 1]; i++) {
            begun.append(chars[i]);
            collect(targets[i], begun, all);
            begun.setLength(begun.length() - 1);
        }
    }

    /** Takes the terms, then builds. */
    static final class Builder {

        private final List<String> terms = new ArrayList<>();
        private int[] ids = new int[64];

        void add(String term, int id) {
            if (terms.size() == ids.length) {
                ids = Arrays.copyOf(ids, 2 * ids.length);
            }
            ids[terms.size()] = id;
            terms.add(term);
        }

        /** All terms, in the order in which they came. */
        List<String> terms() {
            return terms;
        }

        TermTree build() {
            Integer[] order = new Integer[terms.size()];
            Arrays.setAll(order, i -> i);
            // Terms that came several times stay in the order in which they came.
            Arrays.sort(order, (one, other) -> terms.get(one).compareTo(terms.get(other)));
            TermStates states = new TermStates();
            int root = build(order, 0, order.length, 0, states);
            return new TermTree(states, root);
        }

        /** The state behind so many characters that some terms have in common. */
        private int build(Integer[] order, int from, int to, int depth, TermStates states) {
            int ended = from;
            while (ended < to && terms.get(order[ended]).length() == depth) {
                ended++;
            }
            int[] numbers = new int[ended - from];
            for (int i = from; i < ended; i++) {
                numbers[i - from] = ids[order[i]];
            }
            TermStates.Open open = states.open(numbers);
            for (int i = ended; i < to; ) {
                char c = terms.get(order[i]).charAt(depth);
                int same = i;
                while (same < to && terms.get(order[same]).charAt(depth) == c) {
                    same++;
                }
                open.add(c, build(order, i, same, depth + 1, states));
                i = same;
            }
            return states.close(open);
        }
    }
}
