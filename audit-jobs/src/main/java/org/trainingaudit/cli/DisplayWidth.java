package org.trainingaudit.cli;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How many places a text takes on a terminal: two for a Chinese, Japanese, Korean or full-width character. */
final class DisplayWidth {

    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    private static final int FIRST_OF_PUNCTUATION = 0x3000;
    private static final int LAST_OF_PUNCTUATION = 0x30FF;
    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF60;
    private static final int LAST_HALF_WIDTH = 0xFFDC;

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int character) {
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        if (character >= FIRST_FULL_WIDTH && character <= LAST_HALF_WIDTH) {
            return character <= LAST_FULL_WIDTH;
        }
        return character >= FIRST_OF_PUNCTUATION && character <= LAST_OF_PUNCTUATION
                || WIDE.contains(UnicodeScript.of(character));
    }

    /** The text with spaces behind it up to that width; a wider one as it is. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }
}
