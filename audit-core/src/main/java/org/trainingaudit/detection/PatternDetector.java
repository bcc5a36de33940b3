package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A detector of shapes, from a file. */
final class PatternDetector implements Detector {

    /**
     * One shape.
     *
     * @param number its place among all shapes, by which the cell knows whether it may match
     * @param needs the text must have one of these characters; any will do if empty
     * @param group whether the value is the group {@code v} and not the whole match
     */
    record Shape(
            int number,
            Pattern pattern,
            boolean group,
            Predicate<String> check,
            String needs,
            int digits,
            double alone,
            double whole,
            double labelled) {

        /** Cheap: says no to most texts before the pattern runs. */
        boolean mayMatch(FoldedText text) {
            if (text.digits() < digits) {
                return false;
            }
            for (int i = 0; i < needs.length(); i++) {
                if (text.lower().indexOf(needs.charAt(i)) >= 0) {
                    return true;
                }
            }
            return needs.isEmpty();
        }
    }

    private final String id;
    private final String version;
    private final String category;
    private final List<Shape> shapes;
    private final BitSet numbers = new BitSet();

    PatternDetector(String id, String version, String category, List<Shape> shapes) {
        this.id = id;
        this.version = version;
        this.category = category;
        this.shapes = List.copyOf(shapes);
        shapes.forEach(shape -> numbers.set(shape.number));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String category() {
        return category;
    }

    @Override
    public void find(Cell cell, Found found) {
        if (!cell.mayMatchAny(numbers)) {
            return;
        }
        for (Shape shape : shapes) {
            if (cell.mayMatch(shape.number) && shape.mayMatch(cell.text())) {
                find(shape, cell, found);
            }
        }
    }

    private void find(Shape shape, Cell cell, Found found) {
        Matcher matcher = shape.pattern.matcher(cell.text().text());
        while (matcher.find()) {
            int start = shape.group ? matcher.start("v") : matcher.start();
            int end = shape.group ? matcher.end("v") : matcher.end();
            if (start >= 0 && shape.check.test(cell.text().text().substring(start, end)) && !cell.isStopped(start)) {
                tell(shape, cell, start, end, found);
            }
        }
    }

    private void tell(Shape shape, Cell cell, int start, int end, Found found) {
        int label = cell.label(id, start);
        double unlabelled = cell.isWhole(start, end) ? shape.whole : shape.alone;
        double confidence = label == Match.NO_LABEL ? unlabelled : Math.max(shape.labelled, unlabelled);
        if (confidence > 0) {
            found.add(new Match(start, end, category, id, confidence, label));
        }
    }
}
