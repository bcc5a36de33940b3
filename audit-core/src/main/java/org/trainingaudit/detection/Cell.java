package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value as detectors see it: folded once, with the phrases that stand in it and what its column's name announces. */
final class Cell {

    /** How far before a value its label may stand, in characters. */
    private static final int REACH = 40;

    private static final int CLOSE = 8;
    private static final int CLOSEST = 3;

    private final FoldedText text;
    private final Phrases phrases;
    private final Set<String> announced;
    private final BitSet passing;
    private @Nullable List<Phrases.Place> places;

    Cell(FoldedText text, Phrases phrases, Set<String> announced, BitSet passing) {
        this.text = text;
        this.phrases = phrases;
        this.announced = announced;
        this.passing = passing;
    }

    /** Whether the shape of that number could be in the text at all. */
    boolean mayMatch(int shape) {
        return passing.get(shape);
    }

    boolean mayMatchAny(BitSet shapes) {
        return passing.intersects(shapes);
    }

    FoldedText text() {
        return text;
    }

    /** Whether the match, but for space and signs around it, is all there is. */
    boolean isWhole(int start, int end) {
        return isSigns(0, start) && isSigns(end, text.length());
    }

    private boolean isSigns(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the column's name announces what the detector finds. */
    boolean isAnnounced(String detector) {
        return announced.contains(detector);
    }

    /** How many characters before the index a label of the detector ends; {@link Match#NO_LABEL} if none is near. */
    int label(String detector, int index) {
        List<Phrases.Place> all = places();
        for (int i = lastBefore(index); i >= 0 && index - all.get(i).end() <= REACH; i--) {
            if (all.get(i).speaksFor(detector)) {
                return index - all.get(i).end();
            }
        }
        return announced.contains(detector) ? REACH : Match.NO_LABEL;
    }

    /** Whether a label of the detector stands right before the index, with nothing but signs between. */
    boolean isRightAfterLabel(String detector, int index) {
        int last = lastBefore(index);
        return last >= 0 && places().get(last).speaksFor(detector) && isClose(places().get(last), index, CLOSE);
    }

    /** Whether right before the index stands a word that makes the number one of another kind. */
    boolean isStopped(int index) {
        int last = lastBefore(index);
        return last >= 0 && places().get(last).is(Phrases.Worth.STOP) && isClose(places().get(last), index, CLOSEST);
    }

    private boolean isClose(Phrases.Place place, int index, int reach) {
        return index - place.end() <= reach && isSigns(place.end(), index);
    }

    /** The number of the last phrase that ends before the index or there; -1 if none does. */
    private int lastBefore(int index) {
        List<Phrases.Place> all = places();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (all.get(middle).end() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private List<Phrases.Place> places() {
        List<Phrases.Place> known = places;
        if (known == null) {
            known = phrases.in(text);
            places = known;
        }
        return known;
    }
}
