package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition laid out flat for the inner loop: a list of questions, each a mask over one word of {@link FactBits}, that
 * say where to go on. It answers what its condition answers, builds nothing and calls nothing but the few leaves that are
 * no mask. Uglier than the tree, and several times as fast.
 */
final class Program {

    private static final int YES = -1;
    private static final int NO = -2;

    private final Condition condition;
    private final int start;
    /** The word that a question looks at; below 0 the place, counted from -1 down, among the leaves that are no mask. */
    private final int[] words;

    private final long[] masks;
    private final int[] yes;
    private final int[] no;
    /** Whether the question stands under an odd number of nots, and so an unknown answer helps the other side. */
    private final boolean[] negated;

    private final Condition[] leaves;

    private Program(Condition condition, int start, Layout layout) {
        this.condition = condition;
        this.start = start;
        this.words = layout.questions.stream().mapToInt(Question::word).toArray();
        this.masks = layout.questions.stream().mapToLong(Question::mask).toArray();
        this.yes = layout.questions.stream().mapToInt(Question::yes).toArray();
        this.no = layout.questions.stream().mapToInt(Question::no).toArray();
        this.negated = new boolean[words.length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = layout.questions.get(i).negated();
        }
        this.leaves = layout.leaves.toArray(Condition[]::new);
    }

    static Program of(Condition condition, FactBits bits) {
        Layout layout = new Layout(bits);
        return new Program(condition, condition.layOut(layout, YES, NO), layout);
    }

    /** The condition's truth. */
    int truth(Values values) {
        if (values.weak) {
            return condition.truth(values);
        }
        long[] bits = values.bits;
        int at = start;
        while (at >= 0) {
            int word = words[at];
            long mask = masks[at];
            if (word < 0) {
                int truth = leaves[-1 - word].truth(values);
                if (truth == Condition.UNKNOWN) {
                    return unsure(values);
                }
                at = truth == Condition.TRUE ? yes[at] : no[at];
            } else if ((bits[word] & mask) != 0) {
                at = yes[at];
            } else if ((bits[word + 1] & mask) != 0) {
                return unsure(values);
            } else {
                at = no[at];
            }
        }
        return at == YES ? Condition.TRUE : Condition.FALSE;
    }

    /** True where it holds with every doubt counted against it, false where it doesn't with every doubt in its favour. */
    private int unsure(Values values) {
        if (holds(values, false)) {
            return Condition.TRUE;
        }
        return holds(values, true) ? Condition.UNKNOWN : Condition.FALSE;
    }

    private boolean holds(Values values, boolean inFavour) {
        int at = start;
        while (at >= 0) {
            int truth = ask(at, values);
            boolean counts = truth == Condition.TRUE || (truth == Condition.UNKNOWN && inFavour != negated[at]);
            at = counts ? yes[at] : no[at];
        }
        return at == YES;
    }

    private int ask(int at, Values values) {
        int word = words[at];
        if (word < 0) {
            return leaves[-1 - word].truth(values);
        }
        if ((values.bits[word] & masks[at]) != 0) {
            return Condition.TRUE;
        }
        return (values.bits[word + 1] & masks[at]) != 0 ? Condition.UNKNOWN : Condition.FALSE;
    }

    private record Question(int word, long mask, int yes, int no, boolean negated) {}

    /**
     * Where conditions lay themselves out, the last question first, so that each knows where to go on. Each method
     * answers with the place at which what it added begins.
     */
    static final class Layout {

        private final FactBits bits;
        private final List<Question> questions = new ArrayList<>();
        private final List<Condition> leaves = new ArrayList<>();
        private boolean negated;

        private Layout(FactBits bits) {
            this.bits = bits;
        }

        /** What goes on where the whole goes on. */
        int always(boolean holds, int yes, int no) {
            return holds ? yes : no;
        }

        /** The opposite of a part. */
        int not(Condition part, int yes, int no) {
            negated = !negated;
            int start = part.layOut(this, no, yes);
            negated = !negated;
            return start;
        }

        /** All parts, or any. */
        int join(boolean all, Condition[] parts, int yes, int no) {
            int next = all ? yes : no;
            for (int i = parts.length - 1; i >= 0; i--) {
                next = all ? parts[i].layOut(this, next, no) : parts[i].layOut(this, yes, next);
            }
            return next;
        }

        /** A leaf that is asked itself. */
        int leaf(Condition leaf, int yes, int no) {
            leaves.add(leaf);
            return add(-leaves.size(), 0, yes, no);
        }

        /** Whether a number lies in a range, both ends included. */
        int range(Condition leaf, int slot, long low, long high, int yes, int no) {
            long mask = bits.range(slot, low, high);
            return mask == 0 ? leaf(leaf, yes, no) : add(bits.first(slot), mask, yes, no);
        }

        /** Whether a fact is stated. */
        int stated(int slot, boolean wanted, int yes, int no) {
            return add(bits.first(slot), wanted ? FactBits.SAYS : FactBits.EMPTY, yes, no);
        }

        /** Whether any of the targets is there. */
        int anyOf(Condition leaf, int slot, long[] targets, int yes, int no) {
            int next = no;
            for (int i = targets.length - 1; i >= 0; i--) {
                next = targets[i] == 0 ? next : add(bits.names(slot, i), targets[i], yes, next);
            }
            return next == no ? leaf(leaf, yes, no) : next;
        }

        /** Whether all of the targets are there. */
        int allOf(Condition leaf, int slot, long[] targets, int yes, int no) {
            int next = yes;
            for (int i = targets.length - 1; i >= 0; i--) {
                for (long left = targets[i]; left != 0; left &= left - 1) {
                    next = add(bits.names(slot, i), Long.lowestOneBit(left), next, no);
                }
            }
            return next == yes ? leaf(leaf, yes, no) : next;
        }

        private int add(int word, long mask, int yes, int no) {
            questions.add(new Question(word, mask, yes, no, negated));
            return questions.size() - 1;
        }
    }
}
