package org.trainingaudit.detection;

import java.util.List;
import java.util.function.Predicate;

/** What an answer tree asks of the text that is read now. */
record AskedOfText(Cell cell, List<Predicate<String>> checks) implements AnswerNodes.Asked {

    @Override
    public int together() {
        return cell.run().together();
    }

    @Override
    public int digits() {
        return cell.text().digits();
    }

    @Override
    public boolean passes(int check, int start, int end) {
        return checks.get(check).test(cell.text().text(start, end));
    }
}
