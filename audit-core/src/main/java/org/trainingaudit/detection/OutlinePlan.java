package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is known of texts of one outline in columns whose names announce the same. For one thread. */
final class OutlinePlan {

    private final char[] outline;
    private final BitSet announced;
    private final long[] possible;
    private final int[] order;
    private final double mostAfterLabel;
    private final AnswerTree tree = new AnswerTree();

    OutlinePlan(char[] outline, BitSet announced, long[] possible, List<Shape> shapes) {
        this.outline = outline;
        this.announced = announced;
        this.possible = possible;
        this.order = IntStream.range(0, shapes.size())
                .filter(this::isPossible)
                .filter(i -> shapes.get(i).countsAlone()
                        || announced.get(shapes.get(i).of().number()))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -shapes.get(i).most()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.mostAfterLabel = IntStream.range(0, shapes.size())
                .filter(this::isPossible)
                .filter(i -> !shapes.get(i).countsAlone())
                .mapToDouble(i -> shapes.get(i).most())
                .max()
                .orElse(0);
    }

    boolean isFor(BitSet others) {
        return announced.equals(others);
    }

    char[] outline() {
        return outline;
    }

    /** The bits of the patterns that may match; not to be changed. */
    long[] possible() {
        return possible;
    }

    boolean isPossible(int pattern) {
        return ((possible[pattern >> 6] >>> pattern) & 1) != 0;
    }

    /** The shapes that may count where nothing in the text is a label, those that could be surest first; not to be changed. */
    int[] order() {
        return order;
    }

    /** The surest that a match could be of a shape that counts only after a label. */
    double mostAfterLabel() {
        return mostAfterLabel;
    }

    AnswerTree tree() {
        return tree;
    }
}
