package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands before or behind one word of a list of names and tells whether it's somebody. */
final class AroundNames {

    private static final Pattern ACTS = Pattern.compile(
            "(?:'s (?:wife|husband|mother|father|son|daughter|brother|sister|phone|email|address)| (?:is (?:a|my|an|very)|was|had|has|says|said|told|asked|went|spent|flew|lives|lived|works|worked|wrote|called|wants|moved|married|died)(?![a-z])| from (?!the )[a-z]{3}| will [a-z]{3}| here[,.])");
    private static final List<String> OF_PEOPLE = List.of("according to ", "who is ", "who was ");
    private static final Set<String> FIRMS = Set.of(" & so", " & co", " & br", " & pa");
    private static final int FIRM = 5;

    private AroundNames() {}

    /** As in "John Wiley &amp; Sons". */
    static boolean isFirm(FoldedText text, int end) {
        return end + FIRM <= text.length() && FIRMS.contains(text.lower(end, end + FIRM));
    }

    /** Whether what stands before is said of people: according to Smith. */
    static boolean isAsked(FoldedText text, int start) {
        return OF_PEOPLE.stream()
                .anyMatch(words -> start >= words.length()
                        && text.lower(start - words.length(), start).equals(words));
    }

    /** Whether what stands behind is said of people: Anna lives here. */
    static boolean acts(FoldedText text, int from) {
        int to = Math.min(text.length(), from + 24);
        return from < to
                && (text.at(from) == ' ' || text.at(from) == '\'')
                && ACTS.matcher(text.lower(from, to)).lookingAt();
    }
}
