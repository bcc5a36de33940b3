package org.trainingaudit.detection;

import java.util.List;
import java.util.regex.Pattern;
import org.trainingaudit.detection.NameWords.Token;

/**
 * How sure it is that some words side by side are the name of a person.
 *
 * @param name the words, at least one
 * @param words knows titles
 */
record NameWorth(Cell cell, List<Token> name, NameWords words) {

    private static final Pattern TITLE_GOES_ON =
            Pattern.compile("(?:(?:'s|’s|&#39;s?)| (?:the|and the|vs\\.?(?: the)?)) [A-Z]");
    private static final Pattern PROPER_NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?::? (?:(?:the|of|and|to|in|de|la|vs\\.?) ){0,2}\\p{Lu}[\\p{L}.'’-]*){2,7} ?");

    private static final double TITLED = 0.85;
    private static final double BOTH_KNOWN = 0.9;

    /** Not told of a text by itself, but enough in a column. */
    private static final double UNTOLD = 0.45;

    private static final double OF_SOMEBODY = 0.6;

    /** Longer texts are more than one name. */
    private static final int LONGEST_PROPER_NAME = 60;

    /** Mac, Fitz. */
    private static final int LONGEST_PREFIX = 4;

    /** Tells it. */
    void tell(Teller teller) {
        if (isTitled()) {
            teller.tell(start(), end(), NamesOfWorks.isTitled(cell.text()) ? UNTOLD : TITLED);
            return;
        }
        boolean whole = cell.isWhole(start(), end());
        if (whole && teller.isAnnounced()) {
            teller.tell(start(), end(), BOTH_KNOWN);
            return;
        }
        double alone = name.size() == 1 ? alone(whole) : together(whole);
        teller.tell(start(), end(), Math.max(0, alone), labelled(teller, alone));
    }

    private int start() {
        return name.get(0).start();
    }

    private int end() {
        return name.get(name.size() - 1).end();
    }

    private boolean isTitled() {
        FoldedText text = cell.text();
        int start = start();
        if (start < 2 || text.lowerAt(start - 1) != ' ') {
            return false;
        }
        int end = text.lowerAt(start - 2) == '.' ? start - 2 : start - 1;
        int from = end;
        while (from > 0 && end - from <= words.longestTitle() && Character.isLetter(text.lowerAt(from - 1))) {
            from--;
        }
        return words.isTitle(text, from, end);
    }

    /** One word of a list: enough only where what stands around it is said of people. */
    private double alone(boolean whole) {
        Token token = name.get(0);
        boolean within = !whole && token.capital();
        boolean acts = within && token.isGiven() && AroundNames.acts(cell.text(), token.end());
        if (acts || (within && token.isFamily() && AroundNames.isAsked(cell.text(), token.start()))) {
            return OF_SOMEBODY;
        }
        return token.isGiven() ? 0.35 : token.isFamily() ? 0.2 : 0;
    }

    /**
     * Some words side by side: with nothing around them, it takes a given and a family name that are both known, as many things
     * are called Arthur Christmas. In a column of them that is still enough.
     */
    private double together(boolean whole) {
        double worth = NamesOfWorks.isCapital(cell.text(), start(), end()) ? UNTOLD : worth();
        if (whole) {
            return worth < BOTH_KNOWN ? Math.min(worth, UNTOLD) : worth;
        }
        return isTitleOfWork() || isProperName() ? Math.min(worth, UNTOLD) : worth - 0.1;
    }

    /** Whether a film or a school goes on being named behind it, as in Monty Python and the Holy Grail. */
    private boolean isTitleOfWork() {
        FoldedText text = cell.text();
        int to = Math.min(text.length(), end() + 14);
        return end() < to && TITLE_GOES_ON.matcher(text.text(end(), to)).lookingAt();
    }

    /** Whether the whole text is a row of capitals, as of a film or a place: then it's one name, and of whom is open. */
    private boolean isProperName() {
        FoldedText text = cell.text();
        return text.length() <= LONGEST_PROPER_NAME
                && PROPER_NAME.matcher(text.text(0, text.length())).matches();
    }

    /** A given name beside a family name is worth most, a given name beside an unknown word less, one word alone little. */
    private double worth() {
        boolean given = false;
        boolean family = false;
        int full = 0;
        for (int i = 0; i < name.size(); i++) {
            Token token = name.get(i);
            given |= token.isGiven() && (i < name.size() - 1 || name.size() == 1);
            family |= token.isFamily() && (i > 0 || !token.isGiven());
            full += token.initial() ? 0 : 1;
        }
        if (given && full >= 2) {
            return family ? BOTH_KNOWN : 0.7;
        }
        return family && full < name.size() ? 0.6 : family ? 0.4 : 0;
    }

    /** After a label a run of capitals is a name also if no list knows it. */
    private double labelled(Teller teller, double alone) {
        if (!isWrittenAsName() || !teller.isRightAfterLabel(start())) {
            return Math.min(BOTH_KNOWN, alone + 0.1);
        }
        return Math.max(alone, name.size() == 1 ? 0.55 : 0.8);
    }

    private boolean isWrittenAsName() {
        return name.stream().allMatch(Token::capital)
                && !LetterCase.isOnlyCapitals(cell.text())
                && name.stream().noneMatch(this::isHumped);
    }

    /** A capital within the word, as in NetworkClient; McAllister has one at its beginning. */
    private boolean isHumped(Token token) {
        FoldedText text = cell.text();
        for (int i = token.start() + LONGEST_PREFIX + 1; i < token.end(); i++) {
            if (Character.isUpperCase(text.at(i)) && Character.isLowerCase(text.at(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
