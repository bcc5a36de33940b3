package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value as detectors see it: folded once, with the phrases that stand in it and what its column's name announces. */
final class Cell {

    /** How far before a value its label may stand, in characters. */
    private static final int REACH = 40;

    private static final int CLOSE = 8;

    private final FoldedText text;
    private final Phrases phrases;
    private final Set<String> announced;
    private @Nullable List<Phrases.Place> places;

    Cell(FoldedText text, Phrases phrases, Set<String> announced) {
        this.text = text;
        this.phrases = phrases;
        this.announced = announced;
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
        int nearest = announced.contains(detector) ? REACH : Match.NO_LABEL;
        for (Phrases.Place place : places()) {
            int distance = index - place.end();
            if (distance >= 0 && distance <= REACH && place.speaksFor(detector)) {
                nearest = Math.min(nearest, distance);
            }
        }
        return nearest;
    }

    /** Whether a label of the detector stands right before the index, with nothing but signs between. */
    boolean isRightAfterLabel(String detector, int index) {
        for (Phrases.Place place : places()) {
            if (place.end() <= index
                    && index - place.end() <= CLOSE
                    && place.speaksFor(detector)
                    && isSigns(place.end(), index)) {
                return true;
            }
        }
        return false;
    }

    /** Whether right before the index stands a word that makes the number one of another kind. */
    boolean isStopped(int index) {
        for (Phrases.Place place : places()) {
            if (place.end() <= index && place.is(Phrases.Worth.STOP) && isSigns(place.end(), index)) {
                return index - place.end() <= 3;
            }
        }
        return false;
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
