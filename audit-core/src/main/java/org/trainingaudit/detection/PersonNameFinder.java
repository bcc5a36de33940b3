package org.trainingaudit.detection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.detection.NameWords.Token;

/**
 * Names of people: by what stands before them (a label, a title), and by lists of common names where they look like names.
 * A single word of a list is never enough outside a column that announces names.
 *
 * <p>This is about names in Latin letters; {@link JapaneseNames} has the others. {@link NameRuns} tells which words could be one
 * name, {@link NameWorth} how sure it is that they are.
 */
final class PersonNameFinder implements Finder {

    /** The surest that anything is told in {@link NameWorth} or {@link JapaneseNames}. */
    private static final double MOST = 0.92;

    private static final double ENUMERATED = 0.6;
    private static final int SHORTEST_LIST = 3;

    private final NameWords words;
    private final JapaneseNames japanese;

    PersonNameFinder(Map<String, String> lists) {
        NameLists known = new NameLists(lists);
        this.words = new NameWords(known);
        this.japanese = new JapaneseNames(known);
    }

    @Override
    public Set<String> noted() {
        return words.evidence();
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public double most(Cell cell) {
        return cell.text().hasLetters() ? MOST : 0;
    }

    @Override
    public void find(Cell cell, Teller teller) {
        if (!cell.text().isAscii()) {
            japanese.find(cell, teller);
            KanaNames.find(cell, teller);
        }
        if (!cell.text().mayHaveLatin() || cell.text().isHex() || !mayHaveNames(cell, teller.isLabelled())) {
            return;
        }
        List<Token> tokens = words.of(cell.text());
        NameRuns runs = new NameRuns(cell.text(), tokens);
        for (int i = 0; i < tokens.size(); ) {
            i = isNone(runs, tokens, i, teller) ? i + 1 : look(runs, tokens, i, cell, teller);
        }
    }

    /** Without a known word a name has a label, and is written in capitals where case says something. */
    private boolean mayHaveNames(Cell cell, boolean labelled) {
        FoldedText text = cell.text();
        boolean unknown = labelled && (text.mayHaveCapitals() || LetterCase.isShort(text));
        return unknown || (cell.mayHaveNoted() && words.hasEvidence(text));
    }

    /** Whether the word is no part of a name, but what announces one or what something is named after. */
    private static boolean isNone(NameRuns runs, List<Token> tokens, int at, Teller teller) {
        return isLabel(tokens, at, teller) || runs.isTitle(at) || runs.isNamedAfter(at);
    }

    /** Whether the word is itself what announces the name, as in Passenger Jane Roe. */
    private static boolean isLabel(List<Token> tokens, int at, Teller teller) {
        Token token = tokens.get(at);
        return at + 1 < tokens.size()
                && token.capital()
                && !token.isKnown()
                && !teller.isRightAfterLabel(token.start())
                && teller.isRightAfterLabel(tokens.get(at + 1).start());
    }

    /** Tells the name that begins there, or several that are enumerated from there; where to look on. */
    private int look(NameRuns runs, List<Token> tokens, int from, Cell cell, Teller teller) {
        int listed = runs.endOfList(from);
        if (listed >= from + SHORTEST_LIST) {
            tellEach(tokens.subList(from, listed), teller);
            return listed;
        }
        int end = runs.end(from);
        if (end > from && !runs.isOrganisation(end)) {
            new NameWorth(cell, tokens.subList(from, end), words).tell(teller);
        }
        return Math.max(end, from + 1);
    }

    private static void tellEach(List<Token> names, Teller teller) {
        names.stream().filter(Token::capital).forEach(name -> teller.tell(name.start(), name.end(), ENUMERATED));
    }
}
