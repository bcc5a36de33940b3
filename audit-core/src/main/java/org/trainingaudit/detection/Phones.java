package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Telephone numbers: Japanese and North American forms by their plans, international ones by country code, others by their
 * shape after a label.
 */
final class Phones {

    private static final String BEFORE = "(?<![0-9_+]|[0-9][-./]|[A-Za-z0-9][-_/])";
    private static final String NO_LETTER = "(?<![A-Za-z])";
    private static final String AFTER = "(?![0-9A-Za-z_]|[-./:][0-9]|-[A-Za-z])";
    private static final String EXTENSION = "(?: ?(?:x|ext\\.?|内線) ?[0-9]{1,6})?";

    private static final Pattern FIXED_SHAPE = Pattern.compile("0[0-9]([-.])[0-9]{4}\\1[0-9]{4}");
    private static final Pattern DATE_SHAPE =
            Pattern.compile("(?:19|20)[0-9]{2}[-. ][0-9]{1,2}[-. ][0-9]{1,2}|[0-9]{1,2}[-.][0-9]{1,2}[-.][0-9]{4}");
    private static final Pattern EXTENDED = Pattern.compile("[x内e].*");

    /** Country calling codes of one and two digits; every other valid code has three. */
    private static final Set<String> SHORT_CODES = Set.of(
            "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
            "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
            "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

    private static final Set<String> LONG_CODE_STARTS = Set.of(
            "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59", "67", "68", "69", "80", "85",
            "87", "88", "96", "97", "99");

    static final List<OwnShape> SHAPES = List.of(
            shape(
                    7,
                    "\\+[1-9][0-9]{0,2}[ .-]?(?:\\([0-9]{1,4}\\)[ .-]?)?[0-9]{1,5}(?:[ .-][0-9]{1,5}|[0-9]{1,5}){0,4}"
                            + EXTENSION,
                    Phones::international,
                    0.92,
                    0.97),
            shape(11, "0[5-9]0([-. ]?)[0-9]{4}\\1[0-9]{4}", v -> count(v, 11, 11), 0.85, 0.97),
            shape(11, "0[5-9]0/[0-9]{4}/[0-9]{4}", Shape.UNCHECKED, 0, 0.9),
            shape(
                    10,
                    "0[0-9]{1,4}([-.])[0-9]{1,4}\\1[0-9]{4}|\\(?0[0-9]{1,4}[)(] ?[0-9]{1,4}[-) ][0-9]{4}",
                    Phones::japaneseFixed,
                    0.8,
                    0.95),
            shape(
                    10,
                    "(?:(?:00)?1[ .-])?(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}([-.]))[2-9][0-9]{2}[-. ][0-9]{4}"
                            + EXTENSION,
                    Shape.UNCHECKED,
                    0.85,
                    0.97),
            shape(
                    11,
                    NO_LETTER + "0[ -]?\\(?5[0-9]{2}\\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}",
                    Shape.UNCHECKED,
                    0.6,
                    0.95),
            shape(10, NO_LETTER + "[2-5][0-9]{2}([ .-])[0-9]{3}\\1[0-9]{2}\\1[0-9]{2}", Shape.UNCHECKED, 0.55, 0.9),
            shape(10, NO_LETTER + "1?[2-9][0-9]{2} [2-9][0-9]{2} [0-9]{4}", Shape.UNCHECKED, 0.55, 0.9),
            shape(
                    9,
                    NO_LETTER
                            + "0 ?\\(?[0-9]{2,4}\\)?(?:[ -][0-9]{2,4}){2,4}|\\(0[0-9]{1,4}\\) ?[0-9]{3,4}[ -]?[0-9]{3,4}",
                    v -> isNational(v) && !isDate(v),
                    0.6,
                    0.9),
            shape(6, NO_LETTER + "\\(?[0-9]{2,5}\\)?(?:[ .-]?[0-9]{2,5}){1,5}" + EXTENSION, Phones::anyNumber, 0, 0.8));

    private Phones() {}

    /** A shape of numbers that have at least so many digits. */
    private static OwnShape shape(
            int digits, String regex, Predicate<String> plausible, double alone, double labelled) {
        Pattern pattern = Pattern.compile(BEFORE + "(?:" + regex + ")" + AFTER);
        return new OwnShape(pattern, plausible, digits, true, alone, labelled);
    }

    private static boolean count(String value, int least, int most) {
        int digits = CheckDigits.digits(value).length();
        return digits >= least && digits <= most;
    }

    private static boolean international(String value) {
        String digits = CheckDigits.digits(EXTENDED.matcher(value).replaceAll(""));
        boolean known = SHORT_CODES.contains(digits.substring(0, 1))
                || SHORT_CODES.contains(digits.substring(0, 2))
                || LONG_CODE_STARTS.contains(digits.substring(0, 2));
        boolean fits = digits.length() >= 7 && digits.length() <= 15 && isOfJapan(digits);
        return known && fits && CheckDigits.varied(digits.substring(2));
    }

    /** Japan's numbers have nine digits after the country's code, and ten only where they begin as mobile and internet ones do. */
    private static boolean isOfJapan(String digits) {
        String rest = digits.startsWith("810") ? digits.substring(3) : digits.substring(2);
        return !digits.startsWith("81") || rest.length() <= 9 || rest.charAt(1) == '0';
    }

    /** Ten digits; of the area codes of two digits only Tokyo's, Osaka's and 04 exist. */
    private static boolean japaneseFixed(String value) {
        String digits = CheckDigits.digits(value);
        int area = firstGroup(value);
        boolean exists = area == 2 ? "346".indexOf(digits.charAt(1)) >= 0 : digits.charAt(1) != '0';
        return digits.length() == 10 && exists && !digits.startsWith("0120") && CheckDigits.varied(digits.substring(1));
    }

    private static int firstGroup(String value) {
        int start = value.charAt(0) == '(' ? 1 : 0;
        int end = start;
        while (value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            end++;
        }
        return end - start;
    }

    private static boolean anyNumber(String value) {
        if (FIXED_SHAPE.matcher(value).matches()) {
            return japaneseFixed(value);
        }
        return count(value, 6, 15) && !isDate(value) && CheckDigits.varied(value) && !value.startsWith("0120");
    }

    /** Nine or ten digits; eleven where mobile numbers begin with 05 or 07. */
    private static boolean isNational(String value) {
        String digits = CheckDigits.digits(value);
        boolean mobile = digits.startsWith("05") || digits.startsWith("07");
        return digits.length() >= 9 && digits.length() <= (mobile ? 11 : 10) && CheckDigits.varied(digits);
    }

    private static boolean isDate(String value) {
        return DATE_SHAPE.matcher(value).matches();
    }
}
