package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of all detectors' files, found in one pass. */
final class Vocabulary {

    /** How sure a term is that isn't all there is. */
    static final double STRONG = 0.75;

    private static final double STRONG_WHOLE = 0.9;

    /** The surest that a term can be. */
    static final double MOST = STRONG_WHOLE;

    private static final double WEAK = 0.3;
    private static final double WEAK_LABELLED = 0.6;

    private record Term(Known of, boolean weak) {}

    private final List<Term> terms;

    private Vocabulary(List<Term> terms) {
        this.terms = terms;
    }

    /** The id of the detector that the term of that number belongs to. */
    String detector(int number) {
        return terms.get(number).of.id();
    }

    /** The end of a term found at that place, an English plural's end included; -1 if it isn't a word of its own. */
    static int end(FoldedText text, int start, int rawEnd) {
        int end = Plural.end(text, rawEnd);
        return Plural.isWord(text, start, end) ? end : -1;
    }

    /** Tells the term of that number, found in the cell at that place. */
    void tell(Cell cell, int start, int end, int number, Found found) {
        tell(cell, start, end, terms.get(number), found);
    }

    private static void tell(Cell cell, int start, int end, Term term, Found found) {
        int label = cell.label(term.of, start);
        double confidence = term.weak ? WEAK : cell.isWhole(start, end) ? STRONG_WHOLE : STRONG;
        if (term.weak && label != Match.NO_LABEL && cell.isOfLabelsSentence(term.of, start, label)) {
            confidence = WEAK_LABELLED;
        }
        if (label == Match.NO_LABEL && Special.is(term.of.category()) && Subjects.isOne(cell.text(), end)) {
            confidence = WEAK;
        }
        if (label == Match.NO_LABEL && OrganisationNames.mayName(term.of.category()) && isInName(cell, start, end)) {
            confidence = WEAK;
        }
        found.add(new Match(start, end, term.of, confidence, label));
    }

    private static boolean isInName(Cell cell, int start, int end) {
        return OrganisationNames.isIn(cell.text(), start, end);
    }

    /** Whole words only, but an English plural is the same word. */
    private static final class Plural {

        static int end(FoldedText text, int end) {
            if (!Words.isLatin(text.lowerAt(end - 1)) || boundary(text, end)) {
                return end;
            }
            boolean es = end + 1 < text.length() && text.lowerAt(end) == 'e' && text.lowerAt(end + 1) == 's';
            if (es && boundary(text, end + 2)) {
                return end + 2;
            }
            return text.lowerAt(end) == 's' && boundary(text, end + 1) ? end + 1 : end;
        }

        static boolean isWord(FoldedText text, int start, int end) {
            return boundary(text, start) && boundary(text, end);
        }

        private static boolean boundary(FoldedText text, int index) {
            return index <= 0
                    || index >= text.length()
                    || !Words.isLatinOrDigit(text.lowerAt(index - 1))
                    || !Words.isLatinOrDigit(text.lowerAt(index))
                    || Words.isStart(text, index);
        }
    }

    static final class Builder {

        private record Entry(String term, Known of, boolean weak) {}

        private final List<Entry> entries = new ArrayList<>();

        void add(String term, Known of, boolean weak) {
            entries.add(new Entry(term, of, weak));
        }

        /** Adds all terms to the lexicon; those that tell the same have one number, from there on. */
        Vocabulary build(Lexicon.Builder lexicon, int from) {
            Map<Term, Integer> numbers = new HashMap<>();
            List<Term> terms = new ArrayList<>();
            for (Entry entry : entries) {
                int number = numbers.computeIfAbsent(new Term(entry.of, entry.weak), term -> {
                    terms.add(term);
                    return terms.size() - 1;
                });
                for (String written : Words.spellings(Folding.fold(entry.term).lower())) {
                    if (!written.isEmpty()) {
                        lexicon.add(written, from + number);
                    }
                }
            }
            return new Vocabulary(List.copyOf(terms));
        }
    }
}
