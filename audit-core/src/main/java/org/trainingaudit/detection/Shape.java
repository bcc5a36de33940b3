package org.trainingaudit.detection;

import java.util.function.Predicate;

/**
 * The shape of a value, and what a match of it is worth.
 *
 * @param group whether the value is the group {@code v} and not the whole match
 * @param needs the text must have one of these characters; any will do if empty
 * @param digits how many digits the text must have
 * @param stopped whether a word right before that makes it a number of another kind takes its worth away
 * @param alone confidence without a label; 0 finds nothing without one
 * @param whole confidence without a label where the value is all there is
 */
record Shape(
        Known of,
        TextPattern pattern,
        boolean group,
        Predicate<String> check,
        String needs,
        int digits,
        boolean stopped,
        double alone,
        double whole,
        double labelled) {

    /** Whether a match counts without a label. */
    boolean countsAlone() {
        return alone > 0 || whole > 0;
    }

    /** Tells each match in the cell that counts. */
    void find(Cell cell, Found found) {
        if (!mayCount(cell)) {
            return;
        }
        RegexRun run = cell.run();
        int value = group ? pattern.group("v") : 0;
        for (int from = 0; pattern.find(run, from); ) {
            from = TextPattern.next(run);
            int start = run.start(value);
            if (start >= 0) {
                look(cell, start, run.end(value), found);
            }
        }
    }

    private boolean mayCount(Cell cell) {
        return cell.text().digits() >= digits && (countsAlone() || cell.isLabelled(of)) && hasNeeded(cell.text());
    }

    private boolean hasNeeded(FoldedText text) {
        for (int i = 0; i < text.length() && !needs.isEmpty(); i++) {
            if (needs.indexOf(text.lowerAt(i)) >= 0) {
                return true;
            }
        }
        return needs.isEmpty();
    }

    private void look(Cell cell, int start, int end, Found found) {
        int label = cell.label(of, start);
        double unlabelled = alone == whole ? alone : cell.isWhole(start, end) ? whole : alone;
        double confidence = label == Match.NO_LABEL ? unlabelled : Math.max(labelled, unlabelled);
        if (confidence > 0
                && !(stopped && cell.isStopped(start))
                && check.test(cell.text().text(start, end))) {
            found.add(new Match(start, end, of, confidence, label));
        }
    }
}
