package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs all detectors over one value after another, on one thread.
 *
 * <p>Most values are of no interest to most detectors, so cheap looks come first: words from one {@link Lexicon}, then one
 * pass of a {@link Sieves sieve} that tells which shapes may match; those that count only after a label aren't looked for where
 * nothing is a label. None of that changes what is found.
 */
final class CellReader {

    private final Engine engine;
    private final FoldedText text;
    private final Cell cell;
    private final long[] passing;
    private final OutlineMemory outlines;

    /** The numbers of each detector's labelled shapes among the outlines' patterns begin there. */
    private final int[] labelledFrom;

    private long @Nullable [] possible;
    private final BitSet labelled = new BitSet();
    private final List<Phrases.Place> places = new ArrayList<>();
    private final List<Match> found = new ArrayList<>();
    private final Lexicon.Hit hit = this::word;
    private final Found finds = found::add;
    private int[] terms = new int[24];
    private int termCount;

    /**
     * All that looks at values.
     *
     * @param alone shapes that may count without a label, in the order of the sieves
     * @param outlines of the same shapes, and then of those that count only after a label
     * @param labelled shapes that count only after one, by the number of their detector
     */
    record Engine(
            List<Shape> alone,
            Sieves sieves,
            Outlines outlines,
            List<List<Shape>> labelled,
            List<Coded> coded,
            Lexicon lexicon,
            Phrases phrases,
            int phraseCount,
            Vocabulary vocabulary) {}

    /**
     * For one thread.
     *
     * @param tracking whether the offsets of the original will be asked for
     */
    CellReader(Engine engine, boolean tracking) {
        this.engine = engine;
        this.text = new FoldedText(tracking);
        this.cell = new Cell(text);
        this.passing = new long[engine.sieves.words()];
        this.outlines = new OutlineMemory(engine.outlines);
        this.labelledFrom = new int[engine.labelled.size()];
        int from = engine.alone.size();
        for (int i = 0; i < labelledFrom.length; i++) {
            labelledFrom[i] = from;
            from += engine.labelled.get(i).size();
        }
    }

    /** The value to be read next; to be folded into by the caller. */
    FoldedText text() {
        return text;
    }

    /** What the value looks like; asked before what is in it. */
    ValueKind kind() {
        cell.begin(labelled, List.of());
        return ValueKind.of(text, cell.run());
    }

    /** Whether the last value took more steps than are allowed, so that finds may be missing. */
    boolean isSpent() {
        return cell.run().isSpent();
    }

    /** All finds in the text, also unsure ones, without overlaps; good until the next call. */
    List<Match> matches(BitSet announced) {
        found.clear();
        words();
        cell.begin(announced, places.size() < 2 ? places : Phrases.standing(places));
        if (text.length() == 0) {
            return found;
        }
        for (int i = 0; i < termCount; i += 3) {
            engine.vocabulary.tell(cell, terms[i], terms[i + 1], terms[i + 2], finds);
        }
        shapes();
        labelledShapes(announced);
        for (int i = 0; i < engine.coded.size(); i++) {
            engine.coded.get(i).find(cell, finds);
        }
        return found.size() < 2 ? found : Overlaps.without(found);
    }

    /** Terms in the text, as if it announced nothing and had no phrases before them. */
    List<Match> terms() {
        found.clear();
        words();
        cell.begin(new BitSet(), Phrases.standing(places));
        for (int i = 0; i < termCount; i += 3) {
            engine.vocabulary.tell(cell, terms[i], terms[i + 1], terms[i + 2], finds);
        }
        return List.copyOf(found);
    }

    /** The phrases in the text, from left to right, without overlaps. */
    List<Phrases.Place> phrases() {
        words();
        return List.copyOf(Phrases.standing(places));
    }

    private void words() {
        places.clear();
        termCount = 0;
        engine.lexicon.scan(text, hit);
    }

    private void word(int start, int end, int number) {
        if (number < engine.phraseCount) {
            engine.phrases.see(text, start, end, number, places);
            return;
        }
        int wordEnd = Vocabulary.end(text, start, end);
        if (wordEnd > 0) {
            if (termCount == terms.length) {
                terms = Arrays.copyOf(terms, 2 * termCount);
            }
            terms[termCount++] = start;
            terms[termCount++] = wordEnd;
            terms[termCount++] = number - engine.phraseCount;
        }
    }

    private void shapes() {
        possible = outlines.possible(text);
        engine.sieves.passing(text, possible, passing);
        for (int word = 0; word < passing.length; word++) {
            for (long bits = passing[word]; bits != 0; bits &= bits - 1) {
                engine.alone.get(64 * word + Long.numberOfTrailingZeros(bits)).find(cell, finds);
            }
        }
    }

    private boolean isPossible(int pattern) {
        long[] known = possible;
        return known == null || ((known[pattern >> 6] >>> pattern) & 1) != 0;
    }

    private void labelledShapes(BitSet announced) {
        if (announced.isEmpty() && places.isEmpty()) {
            return;
        }
        labelled.clear();
        labelled.or(announced);
        for (int i = 0; i < places.size(); i++) {
            labelled.or(places.get(i).phrase().speaksFor());
        }
        for (int of = labelled.nextSetBit(0); of >= 0; of = labelled.nextSetBit(of + 1)) {
            List<Shape> shapes = engine.labelled.get(of);
            for (int i = 0; i < shapes.size(); i++) {
                if (isPossible(labelledFrom[of] + i)) {
                    shapes.get(i).find(cell, finds);
                }
            }
        }
    }
}
