package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of people: by what stands before them (a label, a title), and by lists of common names where they look like names.
 * A single word of a list is never enough outside a column that announces names.
 */
final class PersonNameFinder implements Finder {

    private static final Alphabet ALPHABET = new Alphabet();
    private static final TextPattern JAPANESE = new TextPattern(
            Pattern.compile("[\\p{IsHan}々ヶ]{1,4} ?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々ー]{1,5}"), ALPHABET);
    private static final TextPattern KANA = new TextPattern(
            Pattern.compile(
                    "[\\p{IsKatakana}ー]{2,6}[ ・][\\p{IsKatakana}ー]{2,6}|[\\p{IsHiragana}ー]{2,6} [\\p{IsHiragana}ー]{2,6}"),
            ALPHABET);
    private static final TextPattern HONORIFIC =
            new TextPattern(Pattern.compile(" ?(?:様|さん|氏|君|殿|先生|くん|ちゃん)"), ALPHABET);
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
    private static final String PLACES = "県市区町村駅都府郡店社院校川山島";
    private static final Pattern ACTS = Pattern.compile(
            "(?:'s (?:wife|husband|mother|father|son|daughter|brother|sister|phone|email|address)| (?:is (?:a|my|an|very)|was|had|has|says|said|told|asked|went|spent|flew|lives|lived|works|worked|wrote|called|wants|moved|married|died)(?![a-z]))");
    private static final Pattern LIST_JOINT = Pattern.compile(", ?|,? and |, & | & ");
    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_JAPANESE = 10;
    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_LIST = 3;
    private static final int LONGEST_LIST = 40;

    /**
     * A word.
     *
     * @param marks the lists in which it stands
     */
    private record Token(int start, int end, int marks, boolean capital, boolean initial) {

        boolean isGiven() {
            return NameLists.isGiven(marks);
        }

        boolean isFamily() {
            return NameLists.isFamily(marks);
        }

        boolean isNoName() {
            return NameLists.isNoName(marks);
        }
    }

    private final NameLists lists;

    PersonNameFinder(Map<String, String> lists) {
        this.lists = new NameLists(lists, TITLES);
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
        if (!cell.text().hasLetters() || (!teller.isLabelled() && !hasEvidence(cell.text()))) {
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

    /**
     * Whether a word is in a list of names or is a title: without one, and without a label, nothing is a name. Looks at whole
     * words, as {@link #tokens} has them, and at each run of letters in them.
     */
    private boolean hasEvidence(FoldedText text) {
        char[] lowers = text.lowers();
        int length = text.length();
        int word = -1;
        int run = -1;
        for (int i = 0; i < length; i++) {
            char c = lowers[i];
            if (c >= 0x80) {
                return true;
            }
            if (c >= 'a' && c <= 'z') {
                word = word < 0 ? i : word;
                run = run < 0 ? i : run;
                continue;
            }
            if (run >= 0 && isEvidence(lowers, run, i)) {
                return true;
            }
            run = -1;
            if (c != '\'' && c != '-') {
                if (word >= 0 && isEvidenceTogether(lowers, word, i)) {
                    return true;
                }
                word = -1;
            }
        }
        return (run >= 0 && isEvidence(lowers, run, length)) || (word >= 0 && isEvidenceTogether(lowers, word, length));
    }

    /** Whether the parts of a word, put together by hyphens and apostrophes, may be in a list; where that's hard to tell, yes. */
    private boolean isEvidenceTogether(char[] lowers, int start, int behind) {
        int end = behind;
        while (lowers[end - 1] == '-') {
            end--;
        }
        boolean joined = false;
        for (int i = start; i < end; i++) {
            if (lowers[i] == '-' && lowers[i + 1] == '-') {
                return true;
            }
            joined |= lowers[i] == '\'' || lowers[i] == '-';
        }
        return end - start > LONGEST_WORD || (joined && isEvidence(lowers, start, end));
    }

    private boolean isEvidence(char[] lowers, int start, int end) {
        return NameLists.isEvidence(lists.marks(lowers, start, end));
    }

    /** Words of letters, joined by apostrophes and single hyphens, with the dot after them. */
    private List<Token> tokens(FoldedText text) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int first = letter(text, i);
            if (first == 0) {
                i++;
                continue;
            }
            int end = wordEnd(text, i + first);
            end += end < text.length() && text.at(end) == '.' ? 1 : 0;
            token(text, i, end, tokens);
            i = end;
        }
        return tokens;
    }

    private static int wordEnd(FoldedText text, int start) {
        int end = start;
        for (int parts = 0; parts < LONGEST_WORD; parts++) {
            int more = part(text, end);
            if (more == 0) {
                break;
            }
            end += more;
        }
        return end;
    }

    /** How many characters of the word stand there. */
    private static int part(FoldedText text, int index) {
        int letter = letter(text, index);
        if (letter > 0 || index >= text.length()) {
            return letter;
        }
        char c = text.at(index);
        return c == '\'' || c == '’' || (c == '-' && letter(text, index + 1) > 0) ? 1 : 0;
    }

    /** How many characters the letter has that stands there; 0 if none does. */
    private static int letter(FoldedText text, int index) {
        if (index >= text.length()) {
            return 0;
        }
        char c = text.at(index);
        if (c < 0x80) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
        }
        boolean pair = Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.at(index + 1));
        if (pair) {
            return Character.isLetter(Character.toCodePoint(c, text.at(index + 1))) ? 2 : 0;
        }
        return Character.isLetter(c) ? 1 : 0;
    }

    private void token(FoldedText text, int start, int wordEnd, List<Token> tokens) {
        if (!Words.isLatin(text.at(start))) {
            return;
        }
        boolean dotted = text.at(wordEnd - 1) == '.';
        boolean initial = wordEnd - start <= 2 && dotted;
        int end = !initial && dotted ? wordEnd - 1 : wordEnd;
        tokens.add(new Token(
                start,
                end,
                lists.marks(text.lowers(), start, end),
                Character.isUpperCase(text.at(start)),
                initial || end - start == 1));
    }

    /** Whether the run of capitals goes on with a word of no name, as in Johns Hopkins University. */
    private static boolean isOrganisation(FoldedText text, List<Token> tokens, int end) {
        if (end >= tokens.size() || !tokens.get(end).capital || isLoud(text)) {
            return false;
        }
        Token next = tokens.get(end);
        return isSpace(text, tokens.get(end - 1).end, next.start) && !next.initial && next.isNoName();
    }

    private static boolean isSpace(FoldedText text, int from, int to) {
        return to - from == 1 && text.at(from) == ' ';
    }

    /** The end of an enumeration of names from there, such as Anna, Ben and Carla, of which most are known; else its start. */
    private static int list(FoldedText text, List<Token> tokens, int from) {
        if (!tokens.get(from).capital || tokens.size() - from < SHORTEST_LIST) {
            return from;
        }
        int end = from;
        int known = 0;
        while (end < Math.min(tokens.size(), from + LONGEST_LIST)
                && tokens.get(end).capital
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
        return token.end - token.start == 3
                && text.lower(token.start, token.end).equals("and");
    }

    private static boolean isEnumerated(FoldedText text, Token one, Token next) {
        char first = text.at(one.end);
        if ((first != ',' && first != ' ') || isSpace(text, one.end, next.start)) {
            return false;
        }
        return LIST_JOINT.matcher(text.lower(one.end, next.start)).matches();
    }

    /** The end of the run of words from there that could be one name: capitals side by side, parted by a space or one comma. */
    private static int run(FoldedText text, boolean shouted, List<Token> tokens, int from) {
        int end = from;
        int commas = 0;
        while (end < tokens.size() && end - from < LONGEST_NAME) {
            Token token = tokens.get(end);
            if (!(token.capital || shouted || isKnown(token))) {
                break;
            }
            int before = end == from ? token.start : tokens.get(end - 1).end;
            commas += isComma(text, before, token.start, true) ? 1 : 0;
            boolean joined = end == from
                    || isSpace(text, before, token.start)
                    || (commas == 1 && isComma(text, before, token.start, false));
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
        if (text.length() >= 60) {
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
        int start = name.get(0).start;
        int end = name.get(name.size() - 1).end;
        if (isTitled(cell.text(), start)) {
            teller.tell(start, end, 0.85);
            return;
        }
        boolean whole = cell.isWhole(start, end);
        if (whole && teller.isAnnounced()) {
            teller.tell(start, end, 0.9);
            return;
        }
        double alone = name.size() == 1 ? alone(cell, name.get(0), whole) : worth(name) - (whole ? 0 : 0.1);
        teller.tell(start, end, Math.max(0, alone), labelled(cell, name, teller, alone));
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
        if (!capitals || isLoud(cell.text()) || !teller.isRightAfterLabel(name.get(0).start)) {
            return Math.min(0.9, alone + 0.1);
        }
        return name.size() == 1 ? Math.max(alone, 0.55) : Math.max(alone, 0.8);
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
        if (given && !whole && token.capital && acts(cell.text(), token.end)) {
            return 0.6;
        }
        return given ? 0.35 : token.isFamily() ? 0.2 : 0;
    }

    private static boolean acts(FoldedText text, int from) {
        int to = Math.min(text.length(), from + 24);
        return from < to
                && (text.at(from) == ' ' || text.at(from) == '\'')
                && ACTS.matcher(text.lower(from, to)).lookingAt();
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
            full += token.initial ? 0 : 1;
        }
        if (given && family && full >= 2) {
            return 0.9;
        }
        return given && full >= 2 ? 0.7 : family && full < name.size() ? 0.6 : family ? 0.4 : 0;
    }

    private void japanese(Cell cell, Teller teller) {
        FoldedText text = cell.text();
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text, i) && (i == 0 || !isHan(text, i - 1) || teller.isRightAfterLabel(i))) {
                i = Math.max(i, japaneseName(cell, i, teller) - 1);
            }
        }
        RegexRun run = cell.run();
        for (int from = 0; mayHaveKana(text) && KANA.find(run, from); ) {
            from = TextPattern.next(run);
            teller.tell(run.start(0), run.end(0), cell.isWhole(run.start(0), run.end(0)) ? 0.35 : 0, 0.9);
        }
    }

    /** Whether two runs of kana stand side by side with a space or a dot between. */
    private static boolean mayHaveKana(FoldedText text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.at(i);
            if ((c == ' ' || c == '・') && text.at(i - 1) >= 0x2E80 && text.at(i + 1) >= 0x2E80) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHan(FoldedText text, int index) {
        return text.at(index) >= 0x2E80 && FoldTable.isHan(text.at(index));
    }

    /** Tells a name that begins there; returns where it ends, or the start. */
    private int japaneseName(Cell cell, int start, Teller teller) {
        FoldedText text = cell.text();
        RegexRun run = cell.run();
        int family = lists.familyJa(text.chars(), start, text.length());
        if ((family == 0 && !mayBeUnknown(cell, start, teller)) || !JAPANESE.standsAt(run, start)) {
            return start;
        }
        int shapeEnd = run.end(0);
        if (family == 0) {
            return unknownName(cell, start, shapeEnd, teller);
        }
        boolean spaced = start + family < text.length() && text.at(start + family) == ' ';
        int given = start + family + (spaced ? 1 : 0);
        int end = givenEnd(text, given);
        boolean known = end > given && lists.isGivenJa(text.chars(), given, end);
        boolean honoured = HONORIFIC.standsAt(run, end);
        boolean plausible = end > given && PLACES.indexOf(text.at(end - 1)) < 0;
        boolean whole = cell.isWhole(start, end);
        double alone = known ? 0.85 : plausible && (honoured || (whole && spaced)) ? 0.7 : honoured ? 0.6 : 0;
        double labelled = known || plausible || honoured ? 0.92 : 0;
        teller.tell(start, end, alone, whole || teller.isRightAfterLabel(start) ? labelled : alone);
        return end;
    }

    /** Whether {@link #unknownName} could tell anything there. */
    private static boolean mayBeUnknown(Cell cell, int start, Teller teller) {
        return cell.isWhole(start, Math.min(cell.text().length(), start + LONGEST_JAPANESE))
                || teller.isRightAfterLabel(start);
    }

    /** No list knows the family name: only the form of a whole value, or a label right before it. */
    private static int unknownName(Cell cell, int start, int end, Teller teller) {
        boolean spaced = cell.text().text(start, end).indexOf(' ') > 0;
        boolean whole = cell.isWhole(start, end);
        boolean labelled = whole || teller.isRightAfterLabel(start);
        boolean shortEnough = end - start <= 8;
        teller.tell(start, end, whole && spaced ? 0.35 : 0, labelled && shortEnough ? 0.8 : 0);
        return start;
    }

    /** The end of the longest known given name from there, else of the characters that could be one. */
    private int givenEnd(FoldedText text, int start) {
        for (int end = Math.min(text.length(), start + 4); end > start; end--) {
            if (lists.isGivenJa(text.chars(), start, end)) {
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
