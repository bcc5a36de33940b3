package org.trainingaudit.detection;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Days on which a person may have been born, after a label that says so: a date alone is nobody's. */
final class BirthDates {

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final int LETTERS = 3;
    private static final Map<Character, Integer> YEAR_BEFORE_ERA =
            Map.of('明', 1867, '大', 1911, '昭', 1925, '平', 1988, '令', 2018);
    private static final String INITIALS = "mtshr";
    private static final String ERAS = "明大昭平令";
    private static final int OLDEST = 1850;
    private static final int YOUNGEST = 2099;
    private static final double LABELLED = 0.95;

    private static final String YEAR_FIRST =
            "(?<![0-9.-])(?:1[89][0-9]{2}|20[0-9]{2})(?:([-/.])[0-9]{1,2}\\1[0-9]{1,2}|年 ?[0-9]{1,2}月 ?[0-9]{1,2}日|[0-9]{4})(?![0-9]|[-/.][0-9])";
    private static final String YEAR_LAST =
            "(?<![0-9./-])[0-9]{1,2}([-/.])[0-9]{1,2}\\1(?:1[89][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![0-9]|[-/.][0-9])";
    private static final String OF_ERA =
            "(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHRmtshr])[. ]?(?:[0-9]{1,2}|元)(?:年 ?|[-/.])[0-9]{1,2}(?:月 ?|[-/.])[0-9]{1,2}(?:日|(?![0-9]))";
    private static final String WORDED =
            "(?i)(?<![a-z0-9])(?:[0-9]{1,2}(?:st|nd|rd|th)?[ -]?(?:%1$s)[a-z]*\\.?,?[ -]?|(?:%1$s)[a-z]*\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? )(?:1[89][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![0-9])"
                    .formatted(MONTHS);

    /** What stands behind a date and says that somebody was born then. */
    private static final String BORN = "(?= ?生(?![^まれ)）、。 ]))";

    /** A name, as of a family and of one in it. */
    private static final String BEHIND_NAME =
            "(?<=[\\p{IsHan}々ヶ]{1,4} [\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,4} {0,2}[(、, ]{0,1})";

    /** A day so long ago that it's hardly anything else beside a name. */
    private static final String OF_GROWN =
            "19[2-9][0-9](?:([-/.])[0-9]{1,2}\\1[0-9]{1,2}|年 ?[0-9]{1,2}月 ?[0-9]{1,2}日)(?![0-9]|[-/.][0-9])";

    private static final double BESIDE_NAME = 0.7;

    static final List<OwnShape> SHAPES = List.of(
            shape(YEAR_FIRST + BORN, BirthDates::isYearFirst, LABELLED),
            shape(OF_ERA + BORN, BirthDates::isOfEra, LABELLED),
            shape(BEHIND_NAME + OF_GROWN, BirthDates::isYearFirst, BESIDE_NAME),
            shape(YEAR_FIRST, BirthDates::isYearFirst, 0),
            shape(YEAR_LAST, BirthDates::isYearLast, 0),
            shape(OF_ERA, BirthDates::isOfEra, 0),
            shape(WORDED, BirthDates::isWorded, 0));

    private BirthDates() {}

    private static OwnShape shape(String regex, Predicate<String> day, double alone) {
        return new OwnShape(Pattern.compile(regex), day, 2, false, alone, LABELLED);
    }

    private static boolean isYearFirst(String value) {
        int[] numbers = numbers(value);
        return numbers[1] == 0
                ? isDay(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
                : isDay(numbers[0], numbers[1], numbers[2]);
    }

    private static boolean isYearLast(String value) {
        int[] numbers = numbers(value);
        int year = fullYear(numbers[2]);
        return isDay(year, numbers[0], numbers[1]) || isDay(year, numbers[1], numbers[0]);
    }

    private static int fullYear(int year) {
        return year < 100 ? 2000 + year : year;
    }

    private static boolean isOfEra(String value) {
        int[] numbers = numbers(value.replace('元', '1'));
        return isDay(beforeEra(value.charAt(0)) + numbers[0], numbers[1], numbers[2]);
    }

    private static int beforeEra(char era) {
        int initial = INITIALS.indexOf(Character.toLowerCase(era));
        return YEAR_BEFORE_ERA.getOrDefault(initial < 0 ? era : ERAS.charAt(initial), 0);
    }

    /** A month by its name, with the day before or after it and the year at the end. */
    private static boolean isWorded(String value) {
        int[] numbers = numbers(value);
        String month = Folding.lower(value.substring(month(value), month(value) + LETTERS));
        return isDay(fullYear(numbers[1]), 1 + MONTHS.indexOf(month) / (LETTERS + 1), numbers[0]);
    }

    /** Where the month begins: at the front, or behind the day, its ordinal's letters and what stands between. */
    private static int month(String value) {
        int at = 0;
        while (isDigit(value.charAt(at))) {
            at++;
        }
        boolean ordinal = at > 0 && ORDINALS.contains(Folding.lower(value.substring(at, at + 2)));
        at += ordinal ? 2 : 0;
        return Character.isLetter(value.charAt(at)) ? at : at + 1;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** The numbers in the value from left to right, of which the shapes have three at most; 0 where there is none. */
    private static int[] numbers(String value) {
        int[] numbers = new int[4];
        int count = 0;
        boolean within = false;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            boolean isDigit = isDigit(value.charAt(i));
            count += within && !isDigit ? 1 : 0;
            numbers[count] = isDigit ? 10 * numbers[count] + digit : numbers[count];
            within = isDigit;
        }
        return numbers;
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= OLDEST
                && year <= YOUNGEST
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
