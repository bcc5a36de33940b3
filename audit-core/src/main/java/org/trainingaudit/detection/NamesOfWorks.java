package org.trainingaudit.detection;

import java.util.regex.Pattern;

/** Names that are a work's or a place's and no person's: Saving Mr. Banks; Washington, D.C. */
final class NamesOfWorks {

    /** A row of capitals that goes on before a title, and isn't how a letter begins. */
    private static final Pattern WITH_TITLE = Pattern.compile(
            "(?!(?:Dear|Hello|Hi|Hey|Attn|Attention|To|From|Cc|Contact|Patient|Customer|Client|By|Re|With|And|For|Signed|Owner|Name)[ .,:])"
                    + "(?:\\p{Lu}[\\p{L}'’-]* ){1,4}(?:Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Captain|Capt|Madame|Sgt|Judge)\\.? \\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){0,3}");

    /** Washington, D.C. is written as Washington, D. would be. */
    private static final String CAPITAL = "washington,d.c";

    private static final int LONGEST = 60;

    private NamesOfWorks() {}

    /** Whether all of a text is a title in which somebody's title stands. */
    static boolean isTitled(FoldedText text) {
        return text.length() <= LONGEST
                && WITH_TITLE.matcher(text.text(0, text.length())).matches();
    }

    /** Whether what looks like a name is the capital of the United States. */
    static boolean isCapital(FoldedText text, int start, int end) {
        return text.lower(start, Math.min(text.length(), end + 2))
                .replace(" ", "")
                .startsWith(CAPITAL);
    }
}
