package org.trainingaudit.dataset;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A workbook's texts as people see them: any character can stand there as its number, {@code _x0040_} for {@code @}, and those
 * that XML can't hold have to.
 */
final class CellText {

    private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    static String plain(String written) {
        return written.contains("_x") ? NUMBERED.matcher(written).replaceAll(CellText::character) : written;
    }

    private static String character(MatchResult number) {
        return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(number.group(1), 16)));
    }
}
