package org.trainingaudit.detection;

import java.util.Set;
import java.util.regex.Pattern;

/** Names that are a work's or a figure's and no person's: Saving Mr. Banks, Peter Pan. */
final class NamesOfWorks {

    /** A row of capitals that goes on before a title, and isn't how a letter begins. */
    private static final Pattern WITH_TITLE = Pattern.compile(
            "(?!(?:Dear|Hello|Hi|Hey|Attn|Attention|To|From|Cc|Contact|Patient|Customer|Client|By|Re|With|And|For|Signed|Owner|Name)[ .,:])"
                    + "(?:\\p{Lu}[\\p{L}'’-]*,? ){1,4}(?:Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Captain|Capt|Madame|Sgt|Judge)\\.? \\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){0,3}");

    /** Figures of tales, films and games that everybody knows. */
    private static final Set<String> FIGURES = Set.of(
            "robin hood",
            "peter pan",
            "harry potter",
            "james bond",
            "sherlock holmes",
            "santa claus",
            "mickey mouse",
            "donald duck",
            "peter rabbit",
            "tom sawyer",
            "huckleberry finn",
            "oliver twist",
            "david copperfield",
            "jane eyre",
            "anna karenina",
            "indiana jones",
            "jack sparrow",
            "clark kent",
            "bruce wayne",
            "peter parker",
            "tony stark",
            "lara croft",
            "luke skywalker",
            "hannibal lecter",
            "forrest gump",
            "john wick",
            "john rambo",
            "rocky balboa",
            "mary poppins",
            "nancy drew",
            "bart simpson",
            "homer simpson",
            "charlie brown",
            "bugs bunny",
            "winnie the pooh",
            "paddington bear",
            "jason bourne",
            "jack ryan",
            "frodo baggins",
            "dorian gray",
            "robinson crusoe",
            "moby dick",
            "king arthur",
            "uncle sam",
            "annie hall",
            "jerry maguire",
            "billy elliot");

    /** Washington, D.C. is written as Washington, D. would be. */
    private static final String CAPITAL = "washington,d.c";

    private static final int LONGEST = 60;

    private NamesOfWorks() {}

    /** Whether all of a text is a title in which somebody's title stands. */
    static boolean isTitled(FoldedText text) {
        return text.length() <= LONGEST
                && WITH_TITLE.matcher(text.text(0, text.length())).matches();
    }

    private static boolean isCapital(FoldedText text, int start, int end) {
        return text.lower(start, Math.min(text.length(), end + 2))
                .replace(" ", "")
                .startsWith(CAPITAL);
    }

    static boolean isFigure(FoldedText text, int start, int end) {
        return FIGURES.contains(text.lower(start, end)) || isCapital(text, start, end);
    }
}
