package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that looks at a value besides words, each under a number: shapes that may count without a label, then those that count
 * only after one, then what needs code. Writes down what they ask. For one thread.
 */
final class Lookers implements AlikeTexts.Look {

    /** So many questions all trees of a thread may hold together. */
    private static final int MOST_QUESTIONS = 1 << 16;

    private final List<Shape> shapes;
    private final List<Coded> coded;
    private final List<Predicate<String>> checks = new ArrayList<>();
    private final int[] surestFirst;
    private final AnswerNodes nodes = new AnswerNodes(MOST_QUESTIONS);
    private final Questions questions = new Questions();
    private final Cell cell;
    private final List<Match> found = new ArrayList<>();
    private final Found finds = found::add;

    Lookers(CellReader.Engine engine, Cell cell) {
        this.cell = cell;
        this.shapes = new ArrayList<>(engine.alone());
        engine.labelled().forEach(shapes::addAll);
        this.coded = engine.coded();
        this.surestFirst = IntStream.range(0, shapes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -most(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        shapes.forEach(shape -> checks.add(shape.check()));
        coded.forEach(one -> checks.add(one.finder()::check));
    }

    /** What checks values, by number. */
    List<Predicate<String>> checks() {
        return checks;
    }

    AnswerNodes nodes() {
        return nodes;
    }

    /** Where to write down what is asked. */
    Questions questions() {
        return questions;
    }

    /** The numbers of all shapes, those that could be surest first; not to be changed. */
    int[] surestFirst() {
        return surestFirst;
    }

    Shape shape(int number) {
        return shapes.get(number);
    }

    /** The surest that the one of that number could be in a text like the one that is read now. */
    double most(int number) {
        return number < shapes.size()
                ? shapes.get(number).most()
                : coded.get(number - shapes.size()).finder().most(cell);
    }

    /** How many digits a text must have with no letter of ASCII among them for the one of that number to find anything. */
    int together(int number) {
        return number < shapes.size() ? shapes.get(number).pattern().digitsTogether() : 0;
    }

    /** How many shapes there are: the numbers of what needs code begin there. */
    int shapes() {
        return shapes.size();
    }

    List<Coded> coded() {
        return coded;
    }

    @Override
    public List<Match> at(AlikeTexts texts, int number, AnswerTree<List<Match>> tree) {
        boolean learns = tree.grows();
        if (learns) {
            begin(texts.outline());
            questions.by(number);
            cell.run().writeDown(questions);
        }
        found.clear();
        if (number < shapes.size()) {
            shapes.get(number).find(cell, finds);
        } else {
            coded.get(number - shapes.size()).find(cell, finds);
        }
        cell.run().writeDown(null);
        List<Match> all = List.copyOf(found);
        if (!learns) {
            return all;
        }
        if (questions.isLost() || questions.isTooMany() || cell.run().isSpent()) {
            tree.fail();
            return all;
        }
        return tree.add(questions, all);
    }

    /** Begins to write down what is asked of the text, which has that outline, or differs from others in its digits alone. */
    void begin(char @Nullable [] outline) {
        if (outline == null) {
            questions.beginDigits(cell.text());
        } else {
            questions.begin(outline, cell.text().length());
        }
    }
}
