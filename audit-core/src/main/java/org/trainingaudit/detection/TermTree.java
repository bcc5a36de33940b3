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

    /** What is kept of a state: whoever looks at one number has the others near. */
    private static final int WIDTH = 4;

    private static final int TO = 1;
    private static final int END = 2;
    private static final int ONWARD = 3;

    /**
     * Of each state four numbers: where its steps begin and end, which of the lists below has the numbers of the terms that end
     * there, and bits of the characters that lead on, 32 of them for all, since most texts end there.
     */
    private final int[] states;

    /** The steps, in the order of their characters within each state: the character above, the state to which it leads below. */
    private final long[] steps;

    private final int[][] numbers;

    private TermTree(TermStates made, int root) {
        this.root = root;
        this.numbers = made.numbers();
        this.states = new int[WIDTH * made.size()];
        int[] first = made.first();
        char[] chars = made.chars();
        int[] targets = made.targets();
        this.steps = new long[first[made.size()]];
        for (int state = 0; state < made.size(); state++) {
            int at = WIDTH * state;
            states[at] = first[state];
            states[at + TO] = first[state + 1];
            states[at + END] = made.ends()[state];
            for (int i = first[state]; i < first[state + 1]; i++) {
                states[at + ONWARD] |= 1 << chars[i];
                steps[i] = (long) chars[i] << Integer.SIZE | targets[i];
            }
        }
    }

    /** Where all terms begin. */
    int root() {
        return root;
    }

    /** The state to which the character leads, or {@link #NONE}. */
    int step(int state, char c) {
        int at = WIDTH * state;
        return ((states[at + ONWARD] >>> c) & 1) == 0 ? NONE : look(states[at], states[at + TO], c);
    }

    private int look(int from, int to, char c) {
        if (to - from > FEW) {
            return search(from, to, c);
        }
        for (int i = from; i < to; i++) {
            if (steps[i] >>> Integer.SIZE == c) {
                return (int) steps[i];
            }
        }
        return NONE;
    }

    private int search(int from, int to, char c) {
        // The state to which it leads is unknown: the search ends right before its step, if there is one.
        int at = -1 - Arrays.binarySearch(steps, from, to, ((long) c << Integer.SIZE) - 1);
        return at < to && steps[at] >>> Integer.SIZE == c ? (int) steps[at] : NONE;
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
        return numbers[states[WIDTH * state + END]];
    }

    /** How many states there are. */
    int size() {
        return states.length / WIDTH;
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
        for (int i = states[WIDTH * state]; i < states[WIDTH * state + TO]; i++) {
            begun.append((char) (steps[i] >>> Integer.SIZE));
            tell((int) steps[i], begun, each);
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
