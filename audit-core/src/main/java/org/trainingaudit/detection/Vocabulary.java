package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;

/** The terms of all detectors' files, found in one pass. */
final class Vocabulary {

    private static final double STRONG = 0.75;
    private static final double STRONG_WHOLE = 0.9;
    private static final double WEAK = 0.3;
    private static final double WEAK_LABELLED = 0.6;

    private record Term(String detector, String category, boolean weak) {}

    private final Automaton automaton;
    private final List<Term> terms;
    private final boolean ofLetters;

    private Vocabulary(Automaton automaton, List<Term> terms, boolean ofLetters) {
        this.ofLetters = ofLetters;
        this.automaton = automaton;
        this.terms = terms;
    }

    void find(Cell cell, Found found) {
        FoldedText text = cell.text();
        if (ofLetters && !text.hasLetters()) {
            return;
        }
        automaton.scan(text.lower(), (start, rawEnd, number) -> {
            int end = Plural.end(text, rawEnd);
            if (Plural.isWord(text, start, end)) {
                tell(cell, start, end, terms.get(number), found);
            }
        });
    }

    private static void tell(Cell cell, int start, int end, Term term, Found found) {
        int label = cell.label(term.detector, start);
        double confidence = term.weak ? WEAK : cell.isWhole(start, end) ? STRONG_WHOLE : STRONG;
        if (term.weak && label != Match.NO_LABEL) {
            confidence = WEAK_LABELLED;
        }
        found.add(new Match(start, end, term.category, term.detector, confidence, label));
    }

    /** Whole words only, but an English plural is the same word. */
    private static final class Plural {

        static int end(FoldedText text, int end) {
            if (!Words.isLatin(text.lower().charAt(end - 1)) || boundary(text, end)) {
                return end;
            }
            if (text.lower().startsWith("es", end) && boundary(text, end + 2)) {
                return end + 2;
            }
            return text.lower().charAt(end) == 's' && boundary(text, end + 1) ? end + 1 : end;
        }

        static boolean isWord(FoldedText text, int start, int end) {
            return boundary(text, start) && boundary(text, end);
        }

        private static boolean boundary(FoldedText text, int index) {
            String lower = text.lower();
            return index <= 0
                    || index >= lower.length()
                    || !Words.isLatinOrDigit(lower.charAt(index - 1))
                    || !Words.isLatinOrDigit(lower.charAt(index))
                    || Words.isStart(text.text(), index);
        }
    }

    static final class Builder {

        private final Automaton.Builder automaton = new Automaton.Builder();
        private final List<Term> terms = new ArrayList<>();
        private boolean ofLetters = true;

        void add(String term, String detector, String category, boolean weak) {
            for (String written : Words.spellings(Folding.fold(term).lower())) {
                if (!written.isEmpty()) {
                    automaton.add(written, terms.size());
                    ofLetters &= written.chars().anyMatch(Character::isLetter);
                }
            }
            terms.add(new Term(detector, category, weak));
        }

        Vocabulary build() {
            return new Vocabulary(automaton.build(), List.copyOf(terms), ofLetters);
        }
    }
}
