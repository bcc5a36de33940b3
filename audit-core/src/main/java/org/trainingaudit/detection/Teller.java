package org.trainingaudit.detection;

/** What a {@link Finder} tells its finds to; knows which detector they belong to. */
record Teller(Known of, Cell cell, Found found) {

    /** A find that stands on its own. */
    void tell(int start, int end, double confidence) {
        tell(start, end, confidence, confidence);
    }

    /** A find that is worth more after a label; with 0 it counts only after one. */
    void tell(int start, int end, double alone, double labelled) {
        int label = cell.label(of, start);
        double confidence = label == Match.NO_LABEL ? alone : Math.max(alone, labelled);
        if (confidence > 0) {
            found.add(new Match(start, end, of, confidence, label));
        }
    }

    /** Whether the column's name announces what the detector finds. */
    boolean isAnnounced() {
        return cell.isAnnounced(of);
    }

    /** Whether the column's name or something in the text is a label of the detector. */
    boolean isLabelled() {
        return cell.isLabelled(of);
    }

    /** Whether a label of the detector stands right before the index, with nothing but signs between. */
    boolean isRightAfterLabel(int index) {
        return cell.isRightAfterLabel(of, index);
    }
}
