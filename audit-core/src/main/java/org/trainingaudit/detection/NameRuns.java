package org.trainingaudit.detection;

import java.util.List;
import java.util.regex.Pattern;
import org.trainingaudit.detection.NameWords.Token;

/** Which words of a text, side by side, could be one name, and which are an enumeration of names. */
final class NameRuns {

    private static final Pattern LIST_JOINT = Pattern.compile(", ?|,? and |, & | & ");
    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_LIST = 3;
    private static final int LONGEST_LIST = 40;

    private final FoldedText text;
    private final List<Token> tokens;

    /** Whether case says nothing, so that names may be written small. */
    private final boolean small;

    NameRuns(FoldedText text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.small = LetterCase.isOnlySmall(text);
    }

    /** Whether the word is a title with a name behind it. */
    boolean isTitle(int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).capital()
                && tokens.get(at).isTitle()
                && tokens.get(at + 1).capital();
    }

    /** Whether the word is what something is named after, as in University of Saint Joseph. */
    boolean isNamedAfter(int at) {
        if (at < 2) {
            return false;
        }
        Token of = tokens.get(at - 1);
        Token kind = tokens.get(at - 2);
        return kind.capital()
                && kind.isNoName()
                && isSpaceBefore(at - 1)
                && isSpaceBefore(at)
                && text.lower(of.start(), of.end()).equals("of");
    }

    /** The end of an enumeration of names from there, such as Anna, Ben and Carla, of which most are known; else its start. */
    int endOfList(int from) {
        if (!tokens.get(from).capital() || tokens.size() - from < SHORTEST_LIST) {
            return from;
        }
        int end = from;
        int known = 0;
        while (end < Math.min(tokens.size(), from + LONGEST_LIST) && mayBeListed(tokens.get(end))) {
            known += tokens.get(end).isGiven() ? 1 : 0;
            end++;
            int next = end < tokens.size() && isAnd(tokens.get(end)) ? end + 1 : end;
            if (next >= tokens.size() || !isEnumerated(tokens.get(end - 1), tokens.get(next))) {
                break;
            }
            if (next > end) {
                known += tokens.get(next).isGiven() ? 1 : 0;
                return 2 * known > next - from ? next + 1 : from;
            }
        }
        return 2 * known > end - from ? end : from;
    }

    private static boolean mayBeListed(Token token) {
        return token.capital() && !token.isNoName();
    }

    private boolean isAnd(Token token) {
        return token.end() - token.start() == 3
                && text.lower(token.start(), token.end()).equals("and");
    }

    private boolean isEnumerated(Token one, Token next) {
        char first = text.at(one.end());
        if ((first != ',' && first != ' ') || isSpace(one.end(), next.start())) {
            return false;
        }
        return LIST_JOINT.matcher(text.lower(one.end(), next.start())).matches();
    }

    /** The end of the run of words from there that could be one name: capitals side by side, parted by a space or one comma. */
    int end(int from) {
        int longest = Math.min(tokens.size(), from + LONGEST_NAME);
        int end = from;
        int commas = 0;
        while (end < longest && mayBePart(tokens.get(end))) {
            commas += end > from && isCommaBefore(end, true) ? 1 : 0;
            if (end > from && !goesOn(end, commas)) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean mayBePart(Token token) {
        return (token.capital() || small || token.isKnown()) && !token.isNoName();
    }

    /** Whether the word belongs to the same name as the one before it. */
    private boolean goesOn(int at, int commas) {
        boolean falls =
                !small && !tokens.get(at).capital() && tokens.get(at - 1).capital();
        return isSpaceBefore(at) || (commas == 1 && !falls && isCommaBefore(at, false));
    }

    /** Whether the run of capitals goes on with a word of no name, as in Johns Hopkins University. */
    boolean isOrganisation(int end) {
        if (AroundNames.isFirm(text, tokens.get(end - 1).end())) {
            return true;
        }
        if (end >= tokens.size() || !tokens.get(end).capital() || LetterCase.isOnlyCapitals(text)) {
            return false;
        }
        Token next = tokens.get(end);
        return isSpaceBefore(end) && !next.initial() && next.isNoName();
    }

    private boolean isSpaceBefore(int at) {
        return isSpace(tokens.get(at - 1).end(), tokens.get(at).start());
    }

    private boolean isSpace(int from, int to) {
        return to - from == 1 && text.at(from) == ' ';
    }

    /** A comma and at most one character, which is to be a space if only that will do. */
    private boolean isCommaBefore(int at, boolean space) {
        int start = tokens.get(at - 1).end();
        int length = tokens.get(at).start() - start;
        return length >= 1
                && length <= 2
                && text.at(start) == ','
                && (length == 1 || !space || text.at(start + 1) == ' ');
    }
}
