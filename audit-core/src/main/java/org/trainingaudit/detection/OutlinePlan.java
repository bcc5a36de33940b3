package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is known of texts of one outline with the same labels in them, in columns whose names announce the same. For one thread. */
final class OutlinePlan {

    private final char[] outline;
    private final BitSet announced;
    private final List<Phrases.Place> places;
    private final BitSet labelled;
    private final BitSet run;
    private final long[] possible;
    private final int[] order;
    private final double mostAfterLabel;
    private AnswerTree tree = new AnswerTree();

    OutlinePlan(char[] outline, BitSet announced, List<Phrases.Place> places, long[] possible, List<Shape> shapes) {
        this.outline = outline;
        this.announced = announced;
        this.places = List.copyOf(places);
        this.labelled = (BitSet) announced.clone();
        places.forEach(place -> labelled.or(place.phrase().speaksFor()));
        this.run = new BitSet();
        this.possible = possible;
        this.order = IntStream.range(0, shapes.size())
                .filter(this::isPossible)
                .filter(i -> shapes.get(i).countsAlone()
                        || labelled.get(shapes.get(i).of().number()))
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

    boolean isFor(BitSet otherAnnounced, List<Phrases.Place> otherPlaces) {
        if (places.size() != otherPlaces.size() || !announced.equals(otherAnnounced)) {
            return false;
        }
        for (int i = 0; i < places.size(); i++) {
            if (!places.get(i).isSame(otherPlaces.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The detectors for which the column's name or something in the text speaks. */
    BitSet labelled() {
        return labelled;
    }

    /** Whether the texts have labels. */
    boolean hasLabels() {
        return !places.isEmpty();
    }

    /** Whether the shape is better run over each text, since it asks too much. */
    boolean isRun(int shape) {
        return run.get(shape);
    }

    /** From now on the shape is run over each text; what has been learnt is forgotten, since it asked otherwise. */
    void run(int shape) {
        run.set(shape);
        tree = new AnswerTree();
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
