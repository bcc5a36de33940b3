package org.trainingaudit.detection;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Days on which a person may have been born, after a label that says so: a date alone is nobody's. */
final class BirthDates {

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final int LETTERS = 3;
    private static final Map<Character, Integer> YEAR_BEFORE_ERA =
            Map.of('明', 1867, '大', 1911, '昭', 1925, '平', 1988, '令', 2018);
    private static final String INITIALS = "mtshr";
    private static final String ERAS = "明大昭平令";
    private static final int OLDEST = 1850;
    private static final int YOUNGEST = 2099;
    private static final double LABELLED = 0.95;

    static final List<OwnShape> SHAPES = List.of(
            shape(
                    "(?<![0-9.-])(?:1[89][0-9]{2}|20[0-9]{2})(?:([-/.])[0-9]{1,2}\\1[0-9]{1,2}|年 ?[0-9]{1,2}月 ?[0-9]{1,2}日|[0-9]{4})(?![0-9]|[-/.][0-9])",
                    BirthDates::isYearFirst),
            shape(
                    "(?<![0-9./-])[0-9]{1,2}([-/.])[0-9]{1,2}\\1(?:1[89][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![0-9]|[-/.][0-9])",
                    BirthDates::isYearLast),
            shape(
                    "(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHRmtshr])[. ]?(?:[0-9]{1,2}|元)(?:年 ?|[-/.])[0-9]{1,2}(?:月 ?|[-/.])[0-9]{1,2}(?:日|(?![0-9]))",
                    BirthDates::isOfEra),
            shape(
                    "(?i)(?<![a-z0-9])(?:[0-9]{1,2}(?:st|nd|rd|th)?[ -](?:%1$s)[a-z]*\\.?,?[ -]|(?:%1$s)[a-z]*\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? )(?:1[89][0-9]{2}|20[0-9]{2})(?![0-9])"
                            .formatted(MONTHS),
                    BirthDates::isWorded));

    private BirthDates() {}

    private static OwnShape shape(String regex, Predicate<String> day) {
        return new OwnShape(Pattern.compile(regex), day, 2, false, 0, LABELLED);
    }

    private static boolean isYearFirst(String value) {
        int[] numbers = numbers(value);
        return numbers[1] == 0
                ? isDay(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
                : isDay(numbers[0], numbers[1], numbers[2]);
    }

    private static boolean isYearLast(String value) {
        int[] numbers = numbers(value);
        int year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
        return isDay(year, numbers[0], numbers[1]) || isDay(year, numbers[1], numbers[0]);
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
        int at = Character.isLetter(value.charAt(0)) ? 0 : firstGap(value) + 1;
        String month = Folding.lower(value.substring(at, at + LETTERS));
        return isDay(numbers[1], 1 + MONTHS.indexOf(month) / (LETTERS + 1), numbers[0]);
    }

    private static int firstGap(String value) {
        int at = 0;
        while (value.charAt(at) != ' ' && value.charAt(at) != '-') {
            at++;
        }
        return at;
    }

    /** The numbers in the value from left to right, of which the shapes have three at most; 0 where there is none. */
    private static int[] numbers(String value) {
        int[] numbers = new int[4];
        int count = 0;
        boolean within = false;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            boolean isDigit = digit >= 0 && digit <= 9;
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
