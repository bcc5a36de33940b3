package org.trainingaudit.detection;

/**
 * One find in a folded text.
 *
 * @param of the detector that found it
 * @param confidence that this find alone is what its category says, from 0 to 1
 * @param label how far before it the label stands that supports it; {@link #NO_LABEL} if none does
 */
record Match(int start, int end, Known of, double confidence, int label) {

    static final int NO_LABEL = Integer.MAX_VALUE;

    String detector() {
        return of.id();
    }

    String category() {
        return of.category();
    }

    int length() {
        return end - start;
    }

    boolean overlaps(Match other) {
        return start < other.end && other.start < end;
    }
}
