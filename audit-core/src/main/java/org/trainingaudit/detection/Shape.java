package org.trainingaudit.detection;

import java.util.List;
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

    /** The check that every value passes. */
    static final Predicate<String> UNCHECKED = value -> true;

    /** The surest that a match can be. */
    double most() {
        return Math.max(labelled, Math.max(alone, whole));
    }

    /** Whether a match counts without a label. */
    boolean countsAlone() {
        return alone > 0 || whole > 0;
    }

    /** What a text must have besides what the pattern needs. */
    Needs needed() {
        long kinds = 0;
        for (int i = 0; i < needs.length(); i++) {
            char c = needs.charAt(i);
            // A letter may stand there with an accent.
            kinds |= c < 128 ? CharKinds.ofAscii(c) : 0;
            kinds |= c >= 128 || Character.isLetter(c) ? CharKinds.BEYOND_ASCII : 0;
        }
        return new Needs(kinds == 0 ? List.of() : List.of(kinds), digits, 0);
    }

    /** Tells each match in the cell that counts. */
    void find(Cell cell, Found found) {
        if (!mayCount(cell)) {
            return;
        }
        RegexRun run = cell.run();
        int value = group ? pattern.value() : 0;
        for (int from = 0; pattern.find(run, from); ) {
            from = TextPattern.next(run);
            int start = run.start(value);
            if (start >= 0) {
                look(cell, start, run.end(value), found);
            }
        }
    }

    private boolean mayCount(Cell cell) {
        return cell.run().hasDigits(digits)
                && cell.run().hasTogether(pattern.digitsTogether())
                && (countsAlone() || cell.isLabelled(of))
                && (needs.isEmpty() || hasNeeded(cell.run()));
    }

    private boolean hasNeeded(RegexRun run) {
        for (int i = 0; i < run.length; i++) {
            if (run.isAny(i, needs)) {
                return true;
            }
        }
        return false;
    }

    private void look(Cell cell, int start, int end, Found found) {
        int label = cell.label(of, start);
        double unlabelled = alone == whole ? alone : cell.isWhole(start, end) ? whole : alone;
        double confidence = label == Match.NO_LABEL ? unlabelled : Math.max(labelled, unlabelled);
        if (confidence > 0 && !(stopped && cell.isStopped(start)) && passes(cell, start, end)) {
            found.add(new Match(start, end, of, confidence, label));
        }
    }

    private boolean passes(Cell cell, int start, int end) {
        if (check == UNCHECKED) {
            return true;
        }
        boolean passes = check.test(cell.text().text(start, end));
        cell.run().checked(start, end, passes);
        return passes;
    }
}
