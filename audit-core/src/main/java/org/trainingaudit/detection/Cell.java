package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.List;

/**
 * A value as detectors see it: folded once, with the phrases that stand in it and what its column's name announces. One
 * object serves many values, one after the other, on one thread.
 */
final class Cell {

    /** How far before a value its label may stand, in characters. */
    private static final int REACH = 40;

    private static final String PARTICLES = "はがもの";

    private static final int LONGEST_ABBREVIATION = 4;
    private static final int CLOSE = 8;
    private static final int CLOSEST = 3;

    /** What all patterns together may take: enough for any honest value, and for a second or so at most. */
    private static final long STEPS = 2_000_000;

    private static final long STEPS_FOR_EACH_CHARACTER = 2_000;

    private final FoldedText text;
    private final RegexRun run = new RegexRun();
    private BitSet announced = new BitSet();
    private List<Phrases.Place> places = List.of();
    private boolean noted = true;

    Cell(FoldedText text) {
        this.text = text;
    }

    /** Begins the value that now stands in the text. */
    void begin(BitSet newlyAnnounced, List<Phrases.Place> newPlaces) {
        announced = newlyAnnounced;
        places = newPlaces;
        run.begin(text, STEPS + STEPS_FOR_EACH_CHARACTER * text.length());
    }

    /** Whether there may be words in the text that finders have noted. */
    void noted(boolean there) {
        noted = there;
    }

    boolean mayHaveNoted() {
        return noted;
    }

    FoldedText text() {
        return text;
    }

    RegexRun run() {
        return run;
    }

    /** Whether the match, but for space and signs around it, is all there is. */
    boolean isWhole(int start, int end) {
        return isSigns(0, start) && isSigns(end, text.length());
    }

    private boolean isSigns(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.at(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the column's name announces what the detector finds. */
    boolean isAnnounced(Known detector) {
        return announced.get(detector.number());
    }

    /** Whether the column's name or something in the text is a label of the detector. */
    boolean isLabelled(Known detector) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).speaksFor(detector)) {
                return true;
            }
        }
        return isAnnounced(detector);
    }

    /** How many characters before the index a label of the detector ends; {@link Match#NO_LABEL} if none is near. */
    int label(Known detector, int index) {
        for (int i = lastBefore(index); i >= 0 && index - places.get(i).end() <= REACH; i--) {
            if (places.get(i).speaksFor(detector)) {
                return index - places.get(i).end();
            }
        }
        return isAnnounced(detector) ? REACH : Match.NO_LABEL;
    }

    /**
     * Whether a label so far before the index still speaks there: in its own sentence, or at the beginning of one, as in
     * "Creatinine raised. MRI clear.".
     */
    boolean isOfLabelsSentence(Known detector, int index, int label) {
        boolean ended = false;
        for (int i = Math.max(0, index - label); i + 2 < index; i++) {
            ended |= isEndOfSentence(i);
        }
        return !ended || isAnnounced(detector);
    }

    /** A full stop behind a word that is too long for an abbreviation. */
    private boolean isEndOfSentence(int index) {
        boolean stop = text.at(index) == '.' && index + 1 < text.length() && text.at(index + 1) == ' ';
        int start = index;
        while (stop && start > 0 && Character.isLetter(text.at(start - 1))) {
            start--;
        }
        return index - start > LONGEST_ABBREVIATION;
    }

    /** Whether a label of the detector stands right before the index, with nothing but signs between. */
    boolean isRightAfterLabel(Known detector, int index) {
        int last = lastBefore(index);
        return last >= 0 && places.get(last).speaksFor(detector) && isClose(places.get(last), index, CLOSE);
    }

    /** Whether right before the index stands a word that makes the number one of another kind. */
    boolean isStopped(int index) {
        int last = lastBefore(index);
        return last >= 0 && places.get(last).stops() && isClose(places.get(last), index, CLOSEST);
    }

    private boolean isClose(Phrases.Place place, int index, int reach) {
        return index - place.end() <= reach && isSigns(behindParticle(place.end()), index);
    }

    /** A Japanese label may be the topic of the sentence: 名義は山田太郎. */
    private int behindParticle(int end) {
        return end < text.length() && PARTICLES.indexOf(text.at(end)) >= 0 ? end + 1 : end;
    }

    /** The number of the last phrase that ends before the index or there; -1 if none does. */
    private int lastBefore(int index) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (places.get(middle).end() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
