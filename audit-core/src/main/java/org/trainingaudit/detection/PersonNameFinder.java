package org.trainingaudit.detection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.trainingaudit.detection.NameWords.Token;

/**
 * Names of people: by what stands before them (a label, a title), and by lists of common names where they look like names.
 * A single word of a list is never enough outside a column that announces names.
 *
 * <p>This is about names in Latin letters; {@link JapaneseNames} has the others.
 */
final class PersonNameFinder implements Finder {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "madam",
            "herr",
            "frau",
            "monsieur",
            "madame",
            "mme",
            "signor",
            "signora",
            "señor",
            "señora",
            "rev",
            "sgt",
            "capt",
            "col",
            "judge",
            "officer");
    private static final int LONGEST_TITLE = 9;
    private static final Pattern TITLE_GOES_ON =
            Pattern.compile("(?:(?:'s|’s|&#39;s?)| (?:the|and the|vs\\.?(?: the)?)) [A-Z]");
    private static final Pattern PROPER_NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?::? (?:(?:the|of|and|to|in|de|la|vs\\.?) ){0,2}\\p{Lu}[\\p{L}.'’-]*){2,7} ?");
    private static final Pattern LIST_JOINT = Pattern.compile(", ?|,? and |, & | & ");
    /** The surest that anything below is told, or in {@link JapaneseNames}. */
    private static final double MOST = 0.92;

    private static final double BOTH_KNOWN = 0.9;

    /** Not told of a text by itself, but enough in a column. */
    private static final double UNTOLD = 0.45;

    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_LIST = 3;

    /** In longer texts small letters are no carelessness. */
    private static final int LONGEST_SHOUT = 60;

    private static final int LONGEST_LIST = 40;

    /** Mac, Fitz. */
    private static final int LONGEST_PREFIX = 4;

    private final NameWords words;
    private final JapaneseNames japanese;

    PersonNameFinder(Map<String, String> lists) {
        NameLists known = new NameLists(lists, TITLES);
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
        boolean shouted = isShouted(cell.text());
        for (int i = 0; i < tokens.size(); ) {
            if (isLabel(tokens, i, teller) || isTitle(cell.text(), tokens, i) || isNamedAfter(cell.text(), tokens, i)) {
                i++;
                continue;
            }
            int listed = list(cell.text(), tokens, i);
            if (listed >= i + SHORTEST_LIST) {
                tokens.subList(i, listed).stream()
                        .filter(Token::capital)
                        .forEach(token -> teller.tell(token.start(), token.end(), 0.6));
                i = listed;
                continue;
            }
            int end = run(cell.text(), shouted, tokens, i);
            if (end > i && !isOrganisation(cell.text(), tokens, end)) {
                tell(cell, tokens.subList(i, end), teller);
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Whether the word is a title with a name behind it. */
    private static boolean isTitle(FoldedText text, List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return at + 1 < tokens.size()
                && token.capital()
                && token.end() - token.start() <= LONGEST_TITLE
                && tokens.get(at + 1).capital()
                && TITLES.contains(text.lower(token.start(), token.end()));
    }

    /** Whether the word is what something is named after, as in University of Saint Joseph. */
    private static boolean isNamedAfter(FoldedText text, List<Token> tokens, int at) {
        if (at < 2) {
            return false;
        }
        Token of = tokens.get(at - 1);
        Token kind = tokens.get(at - 2);
        return kind.capital()
                && kind.isNoName()
                && isSpace(text, kind.end(), of.start())
                && isSpace(text, of.end(), tokens.get(at).start())
                && text.lower(of.start(), of.end()).equals("of");
    }

    /** Whether the word is itself what announces the name, as in Passenger Jane Roe. */
    private static boolean isLabel(List<Token> tokens, int at, Teller teller) {
        Token token = tokens.get(at);
        return at + 1 < tokens.size()
                && token.capital()
                && !isKnown(token)
                && !teller.isRightAfterLabel(token.start())
                && teller.isRightAfterLabel(tokens.get(at + 1).start());
    }

    /** Without a known word a name has a label, and is written in capitals where case says something. */
    private boolean mayHaveNames(Cell cell, boolean labelled) {
        FoldedText text = cell.text();
        boolean unknown = labelled && (text.mayHaveCapitals() || text.length() < LONGEST_SHOUT);
        return unknown || (cell.mayHaveNoted() && words.hasEvidence(text));
    }

    /** Whether the run of capitals goes on with a word of no name, as in Johns Hopkins University. */
    private static boolean isOrganisation(FoldedText text, List<Token> tokens, int end) {
        if (AroundNames.isFirm(text, tokens.get(end - 1).end())) {
            return true;
        }
        if (end >= tokens.size() || !tokens.get(end).capital() || isLoud(text)) {
            return false;
        }
        Token next = tokens.get(end);
        return isSpace(text, tokens.get(end - 1).end(), next.start()) && !next.initial() && next.isNoName();
    }

    private static boolean isSpace(FoldedText text, int from, int to) {
        return to - from == 1 && text.at(from) == ' ';
    }

    /** The end of an enumeration of names from there, such as Anna, Ben and Carla, of which most are known; else its start. */
    private static int list(FoldedText text, List<Token> tokens, int from) {
        if (!tokens.get(from).capital() || tokens.size() - from < SHORTEST_LIST) {
            return from;
        }
        int end = from;
        int known = 0;
        while (end < Math.min(tokens.size(), from + LONGEST_LIST)
                && tokens.get(end).capital()
                && !tokens.get(end).isNoName()) {
            known += tokens.get(end).isGiven() ? 1 : 0;
            end++;
            int next = end < tokens.size() && isAnd(text, tokens.get(end)) ? end + 1 : end;
            if (next >= tokens.size() || !isEnumerated(text, tokens.get(end - 1), tokens.get(next))) {
                break;
            }
            if (next > end) {
                known += tokens.get(next).isGiven() ? 1 : 0;
                return 2 * known > next - from ? next + 1 : from;
            }
        }
        return 2 * known > end - from ? end : from;
    }

    private static boolean isAnd(FoldedText text, Token token) {
        return token.end() - token.start() == 3
                && text.lower(token.start(), token.end()).equals("and");
    }

    private static boolean isEnumerated(FoldedText text, Token one, Token next) {
        char first = text.at(one.end());
        if ((first != ',' && first != ' ') || isSpace(text, one.end(), next.start())) {
            return false;
        }
        return LIST_JOINT.matcher(text.lower(one.end(), next.start())).matches();
    }

    /** The end of the run of words from there that could be one name: capitals side by side, parted by a space or one comma. */
    private static int run(FoldedText text, boolean shouted, List<Token> tokens, int from) {
        int end = from;
        int commas = 0;
        while (end < tokens.size() && end - from < LONGEST_NAME) {
            Token token = tokens.get(end);
            if (!(token.capital() || shouted || isKnown(token))) {
                break;
            }
            int before = end == from ? token.start() : tokens.get(end - 1).end();
            boolean apart = !token.capital()
                    && !shouted
                    && end > from
                    && tokens.get(end - 1).capital();
            if (apart && isComma(text, before, token.start(), false)) {
                break;
            }
            commas += isComma(text, before, token.start(), true) ? 1 : 0;
            boolean joined = end == from
                    || isSpace(text, before, token.start())
                    || (commas == 1 && isComma(text, before, token.start(), false));
            if (!joined || token.isNoName()) {
                break;
            }
            end++;
        }
        return end;
    }

    /** A comma and at most one character, which is to be a space if only that will do. */
    private static boolean isComma(FoldedText text, int start, int end, boolean space) {
        int length = end - start;
        return length >= 1
                && length <= 2
                && text.at(start) == ','
                && (length == 1 || !space || text.at(start + 1) == ' ');
    }

    private static boolean isKnown(Token token) {
        return token.isGiven() || token.isFamily();
    }

    /** Nothing but lower case: case says nothing. */
    private static boolean isShouted(FoldedText text) {
        if (text.length() >= LONGEST_SHOUT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) != text.lowerAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void tell(Cell cell, List<Token> name, Teller teller) {
        int start = name.get(0).start();
        int end = name.get(name.size() - 1).end();
        if (isTitled(cell.text(), start)) {
            teller.tell(start, end, NamesOfWorks.isTitled(cell.text()) ? UNTOLD : 0.85);
            return;
        }
        boolean whole = cell.isWhole(start, end);
        if (whole && teller.isAnnounced()) {
            teller.tell(start, end, 0.9);
            return;
        }
        double alone = name.size() == 1 ? alone(cell, name.get(0), whole) : together(cell, name, whole);
        teller.tell(start, end, Math.max(0, alone), labelled(cell, name, teller, alone));
    }

    /**
     * Some words side by side: with nothing around them, it takes a given and a family name that are both known, as many things
     * are called Arthur Christmas. In a column of them that is still enough.
     */
    private static double together(Cell cell, List<Token> name, boolean whole) {
        boolean capital = NamesOfWorks.isCapital(
                cell.text(), name.get(0).start(), name.get(name.size() - 1).end());
        double worth = capital ? UNTOLD : worth(name);
        if (whole) {
            return worth < BOTH_KNOWN ? Math.min(worth, UNTOLD) : worth;
        }
        boolean ofWork = isTitleOfWork(cell.text(), name.get(name.size() - 1).end()) || isProperName(cell.text());
        return ofWork ? Math.min(worth, UNTOLD) : worth - 0.1;
    }

    /** Whether the whole text is a row of capitals, as of a film or a place: then it's one name, and of whom is open. */
    private static boolean isProperName(FoldedText text) {
        return text.length() <= LONGEST_SHOUT
                && PROPER_NAME.matcher(text.text(0, text.length())).matches();
    }

    /** Whether a film or a school goes on being named there, as in Monty Python and the Holy Grail. */
    private static boolean isTitleOfWork(FoldedText text, int end) {
        int to = Math.min(text.length(), end + 14);
        return end < to && TITLE_GOES_ON.matcher(text.text(end, to)).lookingAt();
    }

    private static boolean isTitled(FoldedText text, int start) {
        if (start < 2 || text.lowerAt(start - 1) != ' ') {
            return false;
        }
        int end = text.lowerAt(start - 2) == '.' ? start - 2 : start - 1;
        int from = end;
        while (from > 0 && end - from <= LONGEST_TITLE && Character.isLetter(text.lowerAt(from - 1))) {
            from--;
        }
        return end - from >= 2 && end - from <= LONGEST_TITLE && TITLES.contains(text.lower(from, end));
    }

    /** After a label a run of capitals is a name also if no list knows it. */
    private static double labelled(Cell cell, List<Token> name, Teller teller, double alone) {
        boolean capitals = name.stream().allMatch(Token::capital);
        if (!capitals
                || isLoud(cell.text())
                || name.stream().anyMatch(token -> isHumped(cell.text(), token))
                || !teller.isRightAfterLabel(name.get(0).start())) {
            return Math.min(0.9, alone + 0.1);
        }
        return name.size() == 1 ? Math.max(alone, 0.55) : Math.max(alone, 0.8);
    }

    /** A capital within the word, as in NetworkClient; McAllister has one at its beginning. */
    private static boolean isHumped(FoldedText text, Token token) {
        for (int i = token.start() + LONGEST_PREFIX + 1; i < token.end(); i++) {
            if (Character.isUpperCase(text.at(i)) && Character.isLowerCase(text.at(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but capitals: case says nothing. */
    private static boolean isLoud(FoldedText text) {
        if (text.length() <= 20) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.at(i))) {
                return false;
            }
        }
        return true;
    }

    /** One word of a list: enough only where what stands around it is said of people. */
    private static double alone(Cell cell, Token token, boolean whole) {
        boolean given = token.isGiven();
        if (given && !whole && token.capital() && AroundNames.acts(cell.text(), token.end())) {
            return 0.6;
        }
        if (token.isFamily() && !whole && token.capital() && AroundNames.isAsked(cell.text(), token.start())) {
            return 0.6;
        }
        return given ? 0.35 : token.isFamily() ? 0.2 : 0;
    }

    /** A given name beside a family name is worth most, a given name beside an unknown word less, one word alone little. */
    private static double worth(List<Token> name) {
        boolean given = false;
        boolean family = false;
        int full = 0;
        for (int i = 0; i < name.size(); i++) {
            Token token = name.get(i);
            boolean isGiven = token.isGiven();
            given |= isGiven && (i < name.size() - 1 || name.size() == 1);
            family |= token.isFamily() && (i > 0 || !isGiven);
            full += token.initial() ? 0 : 1;
        }
        if (given && family && full >= 2) {
            return BOTH_KNOWN;
        }
        return given && full >= 2 ? 0.7 : family && full < name.size() ? 0.6 : family ? 0.4 : 0;
    }
}
