package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what all detectors look for in texts: shapes of values, phrases, terms, and what needs code. */
final class EngineBuilder {

    private final Alphabet alphabet = Outlines.alphabet();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Coded> coded = new ArrayList<>();
    private final Phrases.Builder phrases = new Phrases.Builder();
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();

    /** Of the characters that all shapes tell apart. */
    Alphabet alphabet() {
        return alphabet;
    }

    void add(Shape shape) {
        shapes.add(shape);
    }

    void add(Coded detector) {
        coded.add(detector);
    }

    /** Adds a phrase of names and labels; as it is looked for. */
    String add(String phrase, String detector, Phrases.Worth worth) {
        return phrases.add(phrase, detector, worth);
    }

    /** Adds a word or phrase of values. */
    void addTerm(String term, Known of, boolean weak) {
        vocabulary.add(term, of, weak);
    }

    /** All of it, ready to read cells. */
    CellReader.Engine build(Map<String, Known> known) {
        Lexicon.Builder lexicon = new Lexicon.Builder();
        Phrases read = phrases.build(lexicon, known);
        Vocabulary terms = vocabulary.build(lexicon, read.size());
        List<Shape> alone = shapes.stream().filter(Shape::countsAlone).toList();
        List<List<Shape>> labelled = labelled(known.size());
        List<Shape> every = new ArrayList<>(alone);
        labelled.forEach(every::addAll);
        Sieves sieves =
                new Sieves(regexes(alone), alone.stream().map(Shape::needed).toList(), alphabet);
        return new CellReader.Engine(
                alone,
                sieves,
                new Outlines(regexes(every), alphabet),
                labelled,
                List.copyOf(coded),
                lexicon.note(coded.stream()
                                .flatMap(one -> one.finder().noted().stream())
                                .toList())
                        .leading(sieves.leading())
                        .build(),
                read,
                terms);
    }

    /** The shapes that count after a label, by the number of their detector. */
    private List<List<Shape>> labelled(int detectors) {
        List<List<Shape>> labelled = new ArrayList<>();
        for (int i = 0; i < detectors; i++) {
            labelled.add(new ArrayList<>());
        }
        shapes.stream()
                .filter(shape -> !shape.countsAlone())
                .forEach(shape -> labelled.get(shape.of().number()).add(shape));
        return labelled;
    }

    private static List<Optional<Regex>> regexes(List<Shape> shapes) {
        return shapes.stream()
                .map(shape -> shape.pattern().reading().map(reading -> Regex.reaching(reading.regex())))
                .toList();
    }
}
