package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that have much in common: how long they are, what they look like, their words and labels. What each of those that
 * look finds in them is told by a tree of its own, so that what one asks isn't multiplied by what another does. For one thread.
 */
final class AlikeTexts {

    /** So many different finds are remembered together. */
    private static final int MOST_SUMS = 64;

    /** Looks at the text that is read now. */
    interface Look {
        /** What the one of that number finds, which is added to the tree if that pays. */
        List<Match> at(AlikeTexts texts, int number, AnswerTree<List<Match>> tree);
    }

    /**
     * What the texts have in common.
     *
     * @param kind what they look like
     * @param length how many characters they have
     * @param labels the phrases in them
     * @param terms what words they have
     * @param coded the surest that code could tell
     * @param codedAfterLabel the same, were there a label
     */
    record Common(
            ValueKind kind,
            int length,
            List<Phrases.Place> labels,
            List<Match> terms,
            double coded,
            double codedAfterLabel) {}

    /** Says what else has to be looked for in a text. */
    interface Needing {
        /**
         * Tells it.
         *
         * @param sure how sure a find is that is all there is; 0 if there is none
         * @param rivals whether several looked
         */
        Answer.Need of(Common common, double sure, boolean rivals);
    }

    private final Common common;
    private final char @Nullable [] outline;
    private final int[] order;
    private final double[] most;
    private final int[] together;
    private final List<AnswerTree<List<Match>>> trees = new ArrayList<>();
    private final Needing needing;
    private final Sum nothing;
    private int sums;

    /**
     * Of which nothing is known yet.
     *
     * @param outline of the texts; null where they differ in their digits alone
     * @param order the numbers of those that look, which are left out where another find is surer than theirs could be
     * @param lookers all of which those are
     */
    AlikeTexts(Common common, char @Nullable [] outline, int[] order, Lookers lookers, Needing needing) {
        this.common = common;
        this.outline = outline;
        this.order = order;
        this.most = Arrays.stream(order).mapToDouble(lookers::most).toArray();
        this.together = Arrays.stream(order).map(lookers::together).toArray();
        this.needing = needing;
        for (int i = 0; i < order.length; i++) {
            trees.add(new AnswerTree<>(lookers.nodes()));
        }
        this.nothing = new Sum(common.terms);
    }

    Common common() {
        return common;
    }

    char @Nullable [] outline() {
        return outline;
    }

    /**
     * The answer for a text.
     *
     * @param look at what isn't known; if null, nothing is told of such a text
     */
    @Nullable
    Answer answer(char[] chars, AnswerNodes.Asked text, @Nullable Look look) {
        Sum sum = nothing;
        for (int i = 0; i < order.length; i++) {
            if (most[i] < sum.sure || (together[i] > 0 && text.together() < together[i])) {
                continue;
            }
            AnswerTree<List<Match>> tree = trees.get(i);
            List<Match> finds = tree.answer(chars, text);
            if (finds == null) {
                if (look == null) {
                    return null;
                }
                finds = look.at(this, order[i], tree);
            }
            if (!finds.isEmpty()) {
                sum = sum.with(finds);
            }
        }
        return sum.answer();
    }

    /** Some finds, those that have been seen beside them, and what they come to. */
    private final class Sum {
        private final List<Match> finds;
        private final double sure;
        private final List<List<Match>> more = new ArrayList<>(0);
        private final List<Sum> sumsWithMore = new ArrayList<>(0);
        private @Nullable Answer answer;

        Sum(List<Match> finds) {
            this.finds = finds;
            double surest = 0;
            for (Match find : finds) {
                surest = find.length() == common.length ? Math.max(surest, find.confidence()) : surest;
            }
            this.sure = surest;
        }

        Sum with(List<Match> others) {
            for (int i = 0; i < more.size(); i++) {
                if (more.get(i) == others || more.get(i).equals(others)) {
                    return sumsWithMore.get(i);
                }
            }
            List<Match> all = new ArrayList<>(finds);
            all.addAll(others);
            Sum made = new Sum(List.copyOf(all));
            if (sums < MOST_SUMS) {
                sums++;
                more.add(others);
                sumsWithMore.add(made);
            }
            return made;
        }

        Answer answer() {
            Answer known = answer;
            if (known == null) {
                List<Match> all = new ArrayList<>(finds);
                List<Match> matches = finds.size() < 2 ? finds : List.copyOf(Overlaps.without(all));
                known = new Answer(
                        common.kind,
                        finds,
                        matches,
                        needing.of(common, sure, rivals()),
                        ColumnCounter.Seen.of(common.kind, false, matches));
                answer = known;
            }
            return known;
        }

        /** Whether several looked who could be as sure as that. */
        private boolean rivals() {
            return order.length > 1 && most[1] >= sure;
        }
    }
}
