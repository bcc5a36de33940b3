package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * The detectors as they are defined, run the plain way: each shape's regular expression with Java's own matcher over each
 * value, each word searched for everywhere, nothing left out and nothing remembered. What the quick way finds has to be the
 * same.
 */
final class Plain {

    private final CellReader.Engine engine;
    private static final int[] NONE = {};

    private final Map<String, int[]> words;
    private final int longest;

    Plain(Detectors detectors) {
        this.engine = detectors.engine();
        this.words = new HashMap<>(engine.lexicon().terms());
        this.longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    List<Match> matches(String value, BitSet announced) {
        FoldedText text = Folding.fold(value);
        List<Match> found = new ArrayList<>();
        if (text.length() == 0) {
            return found;
        }
        Cell cell = new Cell(text);
        cell.begin(announced, phrases(text));
        engine.alone().forEach(shape -> shape(shape, cell, found));
        engine.labelled().forEach(shapes -> shapes.forEach(shape -> shape(shape, cell, found)));
        engine.coded().forEach(coded -> coded.finder().find(cell, new Teller(coded.of(), cell, found::add)));
        search(text, (start, end, number) -> {
            int wordEnd = Vocabulary.end(text, start, end);
            if (number >= engine.phrases().size() && wordEnd > 0) {
                engine.vocabulary()
                        .tell(cell, start, wordEnd, number - engine.phrases().size(), found::add);
            }
        });
        return withoutOverlaps(found);
    }

    private List<Phrases.Place> phrases(FoldedText text) {
        List<Phrases.Place> places = new ArrayList<>();
        search(text, (start, end, number) -> {
            if (number < engine.phrases().size()) {
                engine.phrases().see(text, start, end, number, places);
            }
        });
        return Phrases.standing(places);
    }

    private void search(FoldedText text, Lexicon.Hit hit) {
        if (text.isHex()) {
            return;
        }
        String lower = text.lower();
        for (int at = 0; at < lower.length(); at++) {
            if (Words.isStart(text, at)) {
                for (int end = at + 1; end <= Math.min(lower.length(), at + longest); end++) {
                    for (int number : words.getOrDefault(lower.substring(at, end), NONE)) {
                        hit.at(at, end, number);
                    }
                }
            }
        }
    }

    private static void shape(Shape shape, Cell cell, List<Match> found) {
        FoldedText text = cell.text();
        boolean needed = shape.needs().isEmpty()
                || shape.needs().chars().anyMatch(c -> text.lower().indexOf(c) >= 0);
        if (!needed || text.digits() < shape.digits()) {
            return;
        }
        Matcher matcher = shape.pattern().pattern().matcher(text.text());
        while (matcher.find()) {
            int start = shape.group() ? matcher.start("v") : matcher.start();
            int end = shape.group() ? matcher.end("v") : matcher.end();
            if (start >= 0
                    && shape.check().test(text.text().substring(start, end))
                    && !(shape.stopped() && cell.isStopped(start))) {
                int label = cell.label(shape.of(), start);
                double unlabelled = cell.isWhole(start, end) ? shape.whole() : shape.alone();
                double confidence = label == Match.NO_LABEL ? unlabelled : Math.max(shape.labelled(), unlabelled);
                if (confidence > 0) {
                    found.add(new Match(start, end, shape.of(), confidence, label));
                }
            }
        }
    }

    private static List<Match> withoutOverlaps(List<Match> found) {
        List<Match> kept = new ArrayList<>();
        found.stream()
                .sorted(java.util.Comparator.comparingDouble(Match::confidence)
                        .reversed()
                        .thenComparingInt(Match::label)
                        .thenComparing(Match::length, java.util.Comparator.reverseOrder())
                        .thenComparingInt(Match::start)
                        .thenComparing(Match::detector))
                .filter(match -> kept.stream().noneMatch(match::overlaps))
                .forEach(kept::add);
        return kept;
    }
}
