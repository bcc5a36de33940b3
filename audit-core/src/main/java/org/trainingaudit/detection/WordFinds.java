package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the {@link Lexicon} finds in a text: phrases that announce what stands after them, and terms. Used again and again. */
final class WordFinds {

    private final CellReader.Engine engine;
    private final FoldedText text;
    private final Lexicon.Hit hit = this::word;
    private final List<Phrases.Place> places = new ArrayList<>();

    /** Of each term its start, its end and its number, one after the other. */
    private int[] terms = new int[24];

    private int termCount;
    private boolean leads;

    WordFinds(CellReader.Engine engine, FoldedText text) {
        this.engine = engine;
        this.text = text;
    }

    /** Looks for them in what is in the text now, and notes in the cell whether names may be there. */
    void look(Cell cell) {
        places.clear();
        termCount = 0;
        int marks = engine.lexicon().scan(text, hit);
        cell.noted((marks & WordMarks.NOTED) != 0);
        leads = (marks & WordMarks.LEADS) != 0;
    }

    private void word(int start, int end, int number) {
        if (number < engine.phrases().size()) {
            engine.phrases().see(text, start, end, number, places);
            return;
        }
        int wordEnd = Vocabulary.end(text, start, end);
        if (wordEnd > 0) {
            term(start, wordEnd, number - engine.phrases().size());
        }
    }

    private void term(int start, int end, int number) {
        if (termCount == terms.length) {
            terms = Arrays.copyOf(terms, 2 * termCount);
        }
        terms[termCount++] = start;
        terms[termCount++] = end;
        terms[termCount++] = number;
    }

    /** Whether there may be words with which what patterns find begins. */
    boolean lead() {
        return leads;
    }

    /** All phrases, also those within others. */
    List<Phrases.Place> phrases() {
        return places;
    }

    /** The phrases from left to right, without overlaps. */
    List<Phrases.Place> standing() {
        return places.size() < 2 ? places : Phrases.standing(places);
    }

    /** Tells what the terms are in a cell that has begun. */
    void tell(Cell cell, Found into) {
        for (int i = 0; i < termCount; i += 3) {
            engine.vocabulary().tell(cell, terms[i], terms[i + 1], terms[i + 2], into);
        }
    }
}
