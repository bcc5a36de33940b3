package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of people: by what stands before them (a label, a title), and by lists of common names where they look like names.
 * A single word of a list is never enough outside a column that announces names.
 */
final class PersonNameFinder implements Finder {

    private static final Pattern WORD = Pattern.compile("\\p{L}(?:[\\p{L}'’]|-(?=\\p{L})){0,30}\\.?");
    private static final Pattern TITLE = Pattern.compile(
            "(?<!\\p{L})(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|herr|frau|monsieur|madame|mme|signor|signora|señor|señora|rev|sgt|capt|col|judge|officer)\\.? $");
    private static final Pattern JAPANESE =
            Pattern.compile("[\\p{IsHan}々ヶ]{1,4} ?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々ー]{1,5}");
    private static final Pattern KANA = Pattern.compile(
            "[\\p{IsKatakana}ー]{2,6}[ ・][\\p{IsKatakana}ー]{2,6}|[\\p{IsHiragana}ー]{2,6} [\\p{IsHiragana}ー]{2,6}");
    private static final String PLACES = "県市区町村駅都府郡店社院校川山島";
    private static final Pattern HONORIFIC = Pattern.compile(" ?(?:様|さん|氏|君|殿|先生|くん|ちゃん)");
    private static final Pattern ACTS = Pattern.compile(
            "(?:'s (?:wife|husband|mother|father|son|daughter|brother|sister|phone|email|address)| (?:is (?:a|my|an|very)|was|had|has|says|said|told|asked|went|spent|flew|lives|lived|works|worked|wrote|called|wants|moved|married|died)(?![a-z]))");
    private static final Pattern LIST_JOINT = Pattern.compile(", ?|,? and |, & | & ");
    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_LIST = 3;
    private static final int LONGEST_LIST = 40;

    private record Token(int start, int end, String lower, boolean capital, boolean initial) {}

    private final NameLists lists;

    PersonNameFinder(NameLists lists) {
        this.lists = lists;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void find(Cell cell, Teller teller) {
        if (!cell.text().isAscii()) {
            japanese(cell, teller);
        }
        if (!cell.text().hasLetters()) {
            return;
        }
        List<Token> tokens = tokens(cell.text());
        boolean shouted = isShouted(cell.text());
        for (int i = 0; i < tokens.size(); ) {
            int listed = list(cell.text(), tokens, i);
            if (listed >= i + SHORTEST_LIST) {
                tokens.subList(i, listed).stream()
                        .filter(token -> token.capital)
                        .forEach(token -> teller.tell(token.start, token.end, 0.6));
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

    private static List<Token> tokens(FoldedText text) {
        List<Token> tokens = new ArrayList<>();
        if (text.isAscii()) {
            asciiTokens(text, tokens);
            return tokens;
        }
        for (Matcher m = WORD.matcher(text.text()); m.find(); ) {
            token(text, m.start(), m.end(), tokens);
        }
        return tokens;
    }

    /** What {@link #WORD} finds, without a pattern's cost: most texts are ASCII. */
    private static void asciiTokens(FoldedText text, List<Token> tokens) {
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text, i)) {
                int end = i + 1;
                while (end <= i + LONGEST_WORD && goesOn(text, end)) {
                    end++;
                }
                end += end < text.length() && text.text().charAt(end) == '.' ? 1 : 0;
                token(text, i, end, tokens);
                i = end - 1;
            }
        }
    }

    private static boolean goesOn(FoldedText text, int index) {
        return isLetter(text, index)
                || (index < text.length()
                        && (text.text().charAt(index) == '\''
                                || (text.text().charAt(index) == '-' && isLetter(text, index + 1))));
    }

    private static boolean isLetter(FoldedText text, int index) {
        return index < text.length() && Words.isLatin(text.text().charAt(index));
    }

    private static void token(FoldedText text, int start, int wordEnd, List<Token> tokens) {
        boolean dotted = text.text().charAt(wordEnd - 1) == '.';
        boolean initial = wordEnd - start <= 2 && dotted;
        int end = !initial && dotted ? wordEnd - 1 : wordEnd;
        if (Words.isLatin(text.text().charAt(start))) {
            tokens.add(new Token(
                    start,
                    end,
                    text.lower().substring(start, end),
                    Character.isUpperCase(text.text().charAt(start)),
                    initial || end - start == 1));
        }
    }

    /** Whether the run of capitals goes on with a word of no name, as in Johns Hopkins University. */
    private boolean isOrganisation(FoldedText text, List<Token> tokens, int end) {
        if (end >= tokens.size() || !tokens.get(end).capital || isLoud(text)) {
            return false;
        }
        Token next = tokens.get(end);
        String between = text.text().substring(tokens.get(end - 1).end, next.start);
        return between.equals(" ") && !next.initial && lists.isNoName(next.lower);
    }

    /** The end of an enumeration of names from there, such as Anna, Ben and Carla, of which most are known; else its start. */
    private int list(FoldedText text, List<Token> tokens, int from) {
        if (!tokens.get(from).capital || tokens.size() - from < SHORTEST_LIST) {
            return from;
        }
        int end = from;
        int known = 0;
        while (end < Math.min(tokens.size(), from + LONGEST_LIST)
                && tokens.get(end).capital
                && !lists.isNoName(tokens.get(end).lower)) {
            known += lists.isGiven(tokens.get(end).lower) ? 1 : 0;
            end++;
            int next = end < tokens.size() && tokens.get(end).lower.equals("and") ? end + 1 : end;
            if (next >= tokens.size() || !isEnumerated(text, tokens.get(end - 1), tokens.get(next))) {
                break;
            }
            if (next > end) {
                known += lists.isGiven(tokens.get(next).lower) ? 1 : 0;
                return 2 * known > next - from ? next + 1 : from;
            }
        }
        return 2 * known > end - from ? end : from;
    }

    private static boolean isEnumerated(FoldedText text, Token one, Token next) {
        char first = text.text().charAt(one.end);
        if (first != ',' && first != ' ') {
            return false;
        }
        return LIST_JOINT.matcher(text.lower().substring(one.end, next.start)).matches();
    }

    /** The end of the run of words from there that could be one name: capitals side by side, parted by a space or one comma. */
    private int run(FoldedText text, boolean shouted, List<Token> tokens, int from) {
        int end = from;
        int commas = 0;
        while (end < tokens.size() && end - from < LONGEST_NAME) {
            Token token = tokens.get(end);
            if (!(token.capital || shouted || isKnown(token))) {
                break;
            }
            String between = end == from ? " " : text.text().substring(tokens.get(end - 1).end, token.start);
            commas += between.equals(", ") || between.equals(",") ? 1 : 0;
            boolean joined = between.equals(" ") || (commas == 1 && between.startsWith(",") && between.length() <= 2);
            if (!joined || lists.isNoName(token.lower)) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean isKnown(Token token) {
        return lists.isGiven(token.lower) || lists.isFamily(token.lower);
    }

    /** Nothing but lower case: case says nothing. */
    private static boolean isShouted(FoldedText text) {
        return text.text().equals(text.lower()) && text.length() < 60;
    }

    private void tell(Cell cell, List<Token> name, Teller teller) {
        int start = name.get(0).start;
        int end = name.get(name.size() - 1).end;
        if (isTitled(cell.text().lower(), start)) {
            teller.tell(start, end, 0.85);
            return;
        }
        boolean whole = cell.isWhole(start, end);
        if (whole && cell.isAnnounced(PERSON_NAME)) {
            teller.tell(start, end, 0.9);
            return;
        }
        double alone = name.size() == 1 ? alone(cell, name.get(0), whole) : worth(name) - (whole ? 0 : 0.1);
        teller.tell(start, end, Math.max(0, alone), labelled(cell, name, start, alone));
    }

    private static boolean isTitled(String lower, int start) {
        char before = start == 0 ? 'x' : lower.charAt(start - 1);
        boolean apart = before <= ' ' || before >= 0x80;
        return apart
                && TITLE.matcher(lower.substring(Math.max(0, start - 12), start))
                        .find();
    }

    /** After a label a run of capitals is a name also if no list knows it. */
    private static double labelled(Cell cell, List<Token> name, int start, double alone) {
        boolean capitals = name.stream().allMatch(Token::capital);
        if (!capitals || isLoud(cell.text()) || !cell.isRightAfterLabel(PERSON_NAME, start)) {
            return Math.min(0.9, alone + 0.1);
        }
        return name.size() == 1 ? Math.max(alone, 0.55) : Math.max(alone, 0.8);
    }

    /** Nothing but capitals: case says nothing. */
    private static boolean isLoud(FoldedText text) {
        return text.length() > 20 && text.text().chars().noneMatch(Character::isLowerCase);
    }

    /** One word of a list: enough only where what stands around it is said of people. */
    private double alone(Cell cell, Token token, boolean whole) {
        boolean given = lists.isGiven(token.lower);
        String after =
                cell.text().lower().substring(token.end, Math.min(cell.text().length(), token.end + 24));
        if (given && !whole && token.capital && ACTS.matcher(after).lookingAt()) {
            return 0.6;
        }
        return given ? 0.35 : lists.isFamily(token.lower) ? 0.2 : 0;
    }

    static final String PERSON_NAME = "person-name";

    /** A given name beside a family name is worth most, a given name beside an unknown word less, one word alone little. */
    private double worth(List<Token> name) {
        boolean given = false;
        boolean family = false;
        int full = 0;
        for (int i = 0; i < name.size(); i++) {
            Token token = name.get(i);
            boolean isGiven = lists.isGiven(token.lower);
            given |= isGiven && (i < name.size() - 1 || name.size() == 1);
            family |= lists.isFamily(token.lower) && (i > 0 || !isGiven);
            full += token.initial ? 0 : 1;
        }
        if (given && family && full >= 2) {
            return 0.9;
        }
        return given && full >= 2 ? 0.7 : family && full < name.size() ? 0.6 : family ? 0.4 : 0;
    }

    private void japanese(Cell cell, Teller teller) {
        String text = cell.text().text();
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text, i) && (i == 0 || !isHan(text, i - 1) || cell.isRightAfterLabel(PERSON_NAME, i))) {
                i = Math.max(i, japaneseName(cell, i, teller) - 1);
            }
        }
        for (Matcher m = KANA.matcher(text); m.find(); ) {
            teller.tell(m.start(), m.end(), cell.isWhole(m.start(), m.end()) ? 0.35 : 0, 0.9);
        }
    }

    private static boolean isHan(String text, int index) {
        return Character.UnicodeScript.of(text.charAt(index)) == Character.UnicodeScript.HAN;
    }

    /** Tells a name that begins there; returns where it ends, or the start. */
    private int japaneseName(Cell cell, int start, Teller teller) {
        String text = cell.text().text();
        Matcher shape = JAPANESE.matcher(text).region(start, text.length());
        if (!shape.lookingAt()) {
            return start;
        }
        int family = lists.familyJa(text.substring(start, Math.min(text.length(), start + 4)));
        if (family == 0) {
            return unknownName(cell, shape, teller);
        }
        int given = start + family + (text.startsWith(" ", start + family) ? 1 : 0);
        int end = givenEnd(text, given);
        boolean known = end > given && lists.isGivenJa(text.substring(given, end));
        boolean spaced = given > start + family;
        boolean honoured = HONORIFIC.matcher(text).region(end, text.length()).lookingAt();
        boolean plausible = end > given && PLACES.indexOf(text.charAt(end - 1)) < 0;
        boolean whole = cell.isWhole(start, end);
        double alone = known ? 0.85 : plausible && (honoured || (whole && spaced)) ? 0.7 : honoured ? 0.6 : 0;
        double labelled = known || plausible || honoured ? 0.92 : 0;
        teller.tell(start, end, alone, whole || cell.isRightAfterLabel(PERSON_NAME, start) ? labelled : alone);
        return end;
    }

    /** No list knows the family name: only the form of a whole value, or a label right before it. */
    private static int unknownName(Cell cell, Matcher shape, Teller teller) {
        boolean spaced = shape.group().indexOf(' ') > 0;
        boolean whole = cell.isWhole(shape.start(), shape.end());
        boolean labelled = whole || cell.isRightAfterLabel(PERSON_NAME, shape.start());
        boolean shortEnough = shape.group().length() <= 8;
        teller.tell(shape.start(), shape.end(), whole && spaced ? 0.35 : 0, labelled && shortEnough ? 0.8 : 0);
        return shape.start();
    }

    /** The end of the longest known given name from there, else of the characters that could be one. */
    private int givenEnd(String text, int start) {
        for (int end = Math.min(text.length(), start + 4); end > start; end--) {
            if (lists.isGivenJa(text.substring(start, end))) {
                return end;
            }
        }
        int end = start;
        while (end < text.length() && end < start + 3 && isHan(text, end)) {
            end++;
        }
        return end;
    }
}
