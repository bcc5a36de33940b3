package org.trainingaudit.csv;

import java.text.Normalizer;

/**
 * Makes a cell that a spreadsheet could run as a formula plain text, in a way that can be undone exactly.
 *
 * <p>A cell gets one apostrophe in front if it begins with a control character (TAB, CR, LF and NUL among them), with an
 * apostrophe, or, after any spaces and invisible characters, with {@code = + - @} or a look-alike of one (full-width,
 * small and superscript forms, the minus sign). All other cells stay as they are. So a cell begins with an apostrophe
 * exactly if it was guarded, and dropping that one apostrophe gives the text back.
 */
public final class FormulaGuard {

    private static final String MARK = "'";
    private static final String STARTS_FORMULA = "=+-@\u2212";

    private FormulaGuard() {}

    /** The text as it is safe in a cell. */
    public static String guard(String text) {
        return isDangerous(text) ? MARK + text : text;
    }

    /** The text that {@link #guard} was given. */
    public static String unguard(String cell) {
        return cell.startsWith(MARK) ? cell.substring(MARK.length()) : cell;
    }

    private static boolean isDangerous(String text) {
        if (text.isEmpty() || isPlain(text.charAt(0))) {
            return false;
        }
        if (Character.isISOControl(text.charAt(0)) || text.startsWith(MARK)) {
            return true;
        }
        int at = 0;
        while (at < text.length() && isInvisible(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at < text.length() && startsFormula(text.codePointAt(at));
    }

    /** Most cells begin so, and none of these begins a formula. */
    private static boolean isPlain(char first) {
        return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Letters, Chinese characters and kana among them, are no look-alikes; most cells that get here begin with one. */
    private static boolean startsFormula(int codePoint) {
        if (Character.isLetter(codePoint)) {
            return false;
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return STARTS_FORMULA.indexOf(plain.codePointAt(0)) >= 0;
    }
}
