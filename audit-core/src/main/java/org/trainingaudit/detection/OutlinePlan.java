package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What is known of texts of one outline with the same labels in them, in columns whose names announce the same. For one thread. */
final class OutlinePlan {

    private final char[] outline;
    private final BitSet announced;
    private final List<Phrases.Place> places;
    private final BitSet labelled;
    private final int[] order;
    private final Lookers lookers;
    private final double mostAfterLabel;
    private final AnswerTree<AlikeTexts> tree;
    private final List<AlikeTexts> known = new ArrayList<>(1);

    OutlinePlan(char[] outline, BitSet announced, List<Phrases.Place> places, long[] possible, Lookers lookers) {
        this.lookers = lookers;
        this.outline = outline;
        this.announced = announced;
        this.places = List.copyOf(places);
        this.labelled = (BitSet) announced.clone();
        places.forEach(place -> labelled.or(place.phrase().speaksFor()));
        int[] allPossible = Arrays.stream(lookers.surestFirst())
                .filter(number -> Outlines.has(possible, number))
                .toArray();
        this.order = Arrays.stream(allPossible)
                .filter(number -> lookers.shape(number).countsAlone()
                        || labelled.get(lookers.shape(number).of().number()))
                .toArray();
        this.mostAfterLabel = Arrays.stream(allPossible)
                .filter(number -> !lookers.shape(number).countsAlone())
                .mapToDouble(lookers::most)
                .max()
                .orElse(0);
        this.tree = new AnswerTree<>(lookers.nodes());
    }

    boolean isFor(BitSet otherAnnounced, List<Phrases.Place> otherPlaces) {
        return announced.equals(otherAnnounced) && Phrases.areSame(places, otherPlaces);
    }

    /** The detectors for which the column's name or something in the text speaks. */
    BitSet labelled() {
        return labelled;
    }

    /** Whether the texts have labels. */
    boolean hasLabels() {
        return !places.isEmpty();
    }

    BitSet announced() {
        return announced;
    }

    char[] outline() {
        return outline;
    }

    List<Phrases.Place> places() {
        return places;
    }

    /** The surest that a match could be of a shape that counts only after a label. */
    double mostAfterLabel() {
        return mostAfterLabel;
    }

    /** Tells what else the texts have in common. */
    AnswerTree<AlikeTexts> tree() {
        return tree;
    }

    /** Those of its texts that have just that in common. */
    AlikeTexts with(AlikeTexts.Common common, AlikeTexts.Needing needing) {
        for (AlikeTexts one : known) {
            if (one.common().equals(common)) {
                return one;
            }
        }
        AlikeTexts made = new AlikeTexts(common, outline, order, lookers, needing);
        known.add(made);
        return made;
    }
}
