package org.trainingaudit.detection;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Tests of national identity numbers, by the names that detectors' files use. All take the value with its separators. */
final class NationalChecks {

    static final Map<String, Predicate<String>> BY_NAME = Map.ofEntries(
            Map.entry("at-svnr", ofDigits(NationalChecks::austria)),
            Map.entry("be-nn", ofDigits(NationalChecks::belgium)),
            Map.entry("bg-egn", ofDigits(NationalChecks::bulgaria)),
            Map.entry("ch-ahv", ofDigits(NationalChecks::ean)),
            Map.entry("cl-rut", NationalChecks::chile),
            Map.entry("cz-birth-number", ofDigits(NationalChecks::czech)),
            Map.entry("de-social-insurance", NationalChecks::germanPension),
            Map.entry("day-month-first", ofDigits(NationalChecks::dayMonth)),
            Map.entry("ec-cedula", ofDigits(NationalChecks::ecuador)),
            Map.entry("ee-lt-code", ofDigits(NationalChecks::estonia)),
            Map.entry("gr-amka", ofDigits(d -> dayMonth(d) && CheckDigits.luhn(d))),
            Map.entry("hk-id", NationalChecks::hongKong),
            Map.entry("hr-oib", ofDigits(CheckDigits::mod1110)),
            Map.entry("ie-pps", NationalChecks::ireland),
            Map.entry("is-kennitala", ofDigits(d -> dayMonth(d) && sum(d, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)),
            Map.entry("it-fiscal-code", NationalChecks::italy),
            Map.entry("mx-curp", NationalChecks::mexico),
            Map.entry("no-birth-number", ofDigits(NationalChecks::norway)),
            Map.entry("nz-ird", ofDigits(NationalChecks::newZealand)),
            Map.entry("pt-nif", ofDigits(d -> below(11, sum(d, 9, 8, 7, 6, 5, 4, 3, 2), 0) == digit(d, 8))),
            Map.entry("ro-cnp", ofDigits(NationalChecks::romania)),
            Map.entry("yu-jmbg", ofDigits(NationalChecks::yugoslavia)),
            Map.entry("se-personnummer", ofDigits(NationalChecks::sweden)),
            Map.entry(
                    "th-id",
                    ofDigits(d -> (11 - sum(d, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(d, 12))),
            Map.entry("tr-identity-number", ofDigits(NationalChecks::turkey)),
            Map.entry("tw-id", NationalChecks::taiwan),
            Map.entry("za-id", ofDigits(d -> monthDay(d.substring(2)) && CheckDigits.luhn(d))));

    private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** What Italy's letters and digits are worth at odd places. */
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private NationalChecks() {}

    private static Predicate<String> ofDigits(Predicate<String> check) {
        return value -> CheckDigits.varied(value) && check.test(CheckDigits.digits(value));
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** The sum of the first digits times these weights. */
    private static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    /** What is missing to a multiple of the modulus; another digit where that has two. */
    private static int below(int modulus, int sum, int instead) {
        int rest = (modulus - sum % modulus) % modulus;
        return rest > 9 ? instead : rest;
    }

    private static boolean monthDay(String digits) {
        return CheckDigits.calendarDay(digits.substring(0, 2), digits.substring(2, 4));
    }

    private static boolean dayMonth(String digits) {
        return CheckDigits.calendarDay(digits.substring(2, 4), digits.substring(0, 2));
    }

    /** A day whose month carries a century or a sex on top. */
    private static boolean shiftedMonthDay(String digits, int... shifts) {
        int month = Integer.parseInt(digits.substring(0, 2));
        for (int shift : shifts) {
            int plain = month - shift;
            if (plain >= 1 && plain <= 12) {
                return CheckDigits.calendarDay(String.valueOf(plain), digits.substring(2, 4));
            }
        }
        return false;
    }

    private static boolean austria(String d) {
        String rest = d.substring(0, 3) + d.substring(4);
        boolean day = CheckDigits.calendarDay(d.substring(6, 8), d.substring(4, 6));
        return day && sum(rest, 3, 7, 9, 5, 8, 4, 2, 1, 6) % 11 == digit(d, 3);
    }

    private static boolean belgium(String d) {
        int check = Integer.parseInt(d.substring(9));
        long number = Long.parseLong(d.substring(0, 9));
        boolean right = 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
        return right && shiftedMonthDay(d.substring(2), 0, 20, 40);
    }

    private static boolean bulgaria(String d) {
        boolean right = sum(d, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(d, 9);
        return right && shiftedMonthDay(d.substring(2), 0, 20, 40);
    }

    private static boolean ean(String d) {
        return (10 - sum(d, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10 == digit(d, 12);
    }

    private static boolean chile(String value) {
        String code = CheckDigits.lettersAndDigits(value);
        int sum = 0;
        for (int i = 0; i < code.length() - 1; i++) {
            sum += (2 + i % 6) * Character.digit(code.charAt(code.length() - 2 - i), 10);
        }
        return "0K987654321".charAt(sum % 11) == code.charAt(code.length() - 1);
    }

    /** Nine digits, which only those born before 1954 have, carry no check. */
    private static boolean czech(String d) {
        if (!shiftedMonthDay(d.substring(2), 0, 50, 20, 70)) {
            return false;
        }
        if (d.length() == 9) {
            return Integer.parseInt(d.substring(0, 2)) < 54;
        }
        return Long.parseLong(d.substring(0, 9)) % 11 % 10 == digit(d, 9);
    }

    private static boolean germanPension(String value) {
        String code = CheckDigits.lettersAndDigits(value);
        int letter = code.charAt(8) - 'A' + 1;
        String d = code.substring(0, 8) + letter / 10 + letter % 10 + code.substring(9);
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = weights[i] * digit(d, i);
            sum += product / 10 + product % 10;
        }
        return dayMonth(code.substring(2)) && sum % 10 == digit(d, 12);
    }

    private static boolean ecuador(String d) {
        int province = Integer.parseInt(d.substring(0, 2));
        return ((province >= 1 && province <= 24) || province == 30 || province == 50) && CheckDigits.luhn(d);
    }

    private static boolean estonia(String d) {
        int first = sum(d, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        int check = first < 10 ? first : sum(d, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        return monthDay(d.substring(3)) && check == digit(d, 10);
    }

    private static boolean hongKong(String value) {
        String code = CheckDigits.lettersAndDigits(value);
        String nine = code.length() == 8 ? " " + code : code;
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int worth = nine.charAt(i) == ' ' ? 36 : LETTERS_AND_DIGITS.indexOf(nine.charAt(i));
            sum += (9 - i) * worth;
        }
        return sum % 11 == 0;
    }

    private static boolean ireland(String value) {
        String code = value.toUpperCase(Locale.ROOT);
        int second = code.length() > 8 && code.charAt(8) != 'W' ? code.charAt(8) - 'A' + 1 : 0;
        int sum = sum(code, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == code.charAt(7);
    }

    private static boolean italy(String value) {
        String code = value.toUpperCase(Locale.ROOT);
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int worth = LETTERS_AND_DIGITS.indexOf(code.charAt(i));
            int letter = worth > 9 ? worth - 10 : worth;
            sum += i % 2 == 0 ? ITALIAN_ODD[letter] : letter;
        }
        return sum % 26 == code.charAt(15) - 'A';
    }

    private static boolean mexico(String value) {
        String alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        String code = value.toUpperCase(Locale.ROOT);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (18 - i) * alphabet.indexOf(code.charAt(i));
        }
        return monthDay(code.substring(6)) && (10 - sum % 10) % 10 == digit(code, 17);
    }

    /** Two checks; numbers given for a time have 40 on top of the day. */
    private static boolean norway(String d) {
        int first = (11 - sum(d, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
        int second = (11 - sum(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int day = Integer.parseInt(d.substring(0, 2)) % 40;
        boolean date = CheckDigits.calendarDay(d.substring(2, 4), String.valueOf(day));
        return date && first == digit(d, 9) && second == digit(d, 10);
    }

    private static boolean newZealand(String d) {
        String nine = d.length() == 8 ? "0" + d : d;
        int number = Integer.parseInt(nine);
        int first = (11 - sum(nine, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int check = first < 10 ? first : (11 - sum(nine, 7, 4, 3, 2, 5, 2, 7, 6) % 11) % 11;
        return number >= 10_000_000 && number <= 150_000_000 && check == digit(nine, 8);
    }

    private static boolean romania(String d) {
        int check = sum(d, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return monthDay(d.substring(3)) && (check == 10 ? 1 : check) == digit(d, 12);
    }

    private static boolean yugoslavia(String d) {
        return dayMonth(d) && below(11, sum(d, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 0) == digit(d, 12);
    }

    private static boolean sweden(String digits) {
        String d = digits.length() == 12 ? digits.substring(2) : digits;
        int day = Integer.parseInt(d.substring(4, 6)) % 60;
        return CheckDigits.calendarDay(d.substring(2, 4), String.valueOf(day)) && CheckDigits.luhn(d);
    }

    private static boolean turkey(String d) {
        int odd = sum(d, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = sum(d, 0, 1, 0, 1, 0, 1, 0, 1);
        boolean first = Math.floorMod(7 * odd - even, 10) == digit(d, 9);
        return first && sum(d, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10 == digit(d, 10);
    }

    private static boolean taiwan(String value) {
        int letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(Character.toUpperCase(value.charAt(0))) + 10;
        return (letter / 10 + 9 * (letter % 10) + sum(value.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0;
    }
}
