package org.trainingaudit.detection;

import java.util.List;
import java.util.function.Predicate;

/** What an answer tree asks of the text that is read now. */
final class AskedOfText implements AnswerTree.Asked {

    private final FoldedText text;
    private final Cell cell;
    private final List<Shape> shapes;
    private final List<Predicate<String>> checks;
    private final Found some = match -> this.any = true;
    private boolean any;

    AskedOfText(FoldedText text, Cell cell, List<Shape> shapes, List<Predicate<String>> checks) {
        this.text = text;
        this.cell = cell;
        this.shapes = shapes;
        this.checks = checks;
    }

    @Override
    public int together() {
        return DigitsTogether.in(text.chars(), text.length());
    }

    @Override
    public int digits() {
        return text.digits();
    }

    @Override
    public boolean finds(int shape) {
        any = false;
        shapes.get(shape).find(cell, some);
        return any;
    }

    @Override
    public boolean passes(int check, int start, int end) {
        return checks.get(check).test(text.text(start, end));
    }
}
