package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

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
        this.onward = new int[states.size()];
        for (int state = 0; state < onward.length; state++) {
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
        return onward.length;
    }

    /** All terms with their numbers, some under several. */
    Map<String, int[]> terms() {
        Map<String, int[]> all = new TreeMap<>();
        forEach(all::put);
        return all;
    }

    /** Tells all terms in order, each once. */
    void forEach(BiConsumer<String, int[]> each) {
        tell(root, new StringBuilder(), each);
    }

    private void tell(int state, StringBuilder begun, BiConsumer<String, int[]> each) {
        if (terms(state).length > 0) {
            each.accept(begun.toString(), terms(state));
        }
        for (int i = first[state]; i < first[state + 1]; i++) {
            begun.append(chars[i]);
            tell(targets[i], begun, each);
            begun.setLength(begun.length() - 1);
        }
    }

    /** Takes the terms, then builds once. */
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

        TermTree build() {
            int[] order = new int[terms.size()];
            Arrays.setAll(order, i -> i);
            sort(order, order.clone(), 0, order.length);
            TermStates states = new TermStates();
            int root = build(order, 0, order.length, 0, states);
            terms.clear();
            return new TermTree(states, root);
        }

        /** Terms that came several times stay in the order in which they came; numbers aren't boxed, as there are many. */
        private void sort(int[] order, int[] spare, int from, int to) {
            if (to - from < 2) {
                return;
            }
            int middle = (from + to) / 2;
            sort(spare, order, from, middle);
            sort(spare, order, middle, to);
            int one = from;
            int other = middle;
            for (int i = from; i < to; i++) {
                boolean first = other == to || (one < middle && compare(spare[one], spare[other]) <= 0);
                order[i] = first ? spare[one++] : spare[other++];
            }
        }

        private int compare(int one, int other) {
            return terms.get(one).compareTo(terms.get(other));
        }

        /** The state behind so many characters that some terms have in common. */
        private int build(int[] order, int from, int to, int depth, TermStates states) {
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
