package org.trainingaudit.detection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tests of numbers that carry their own check, by the names that detectors' files use. All take the value with its separators. */
final class CheckDigits {

    private static final Map<String, Predicate<String>> BY_NAME = Map.ofEntries(
            Map.entry("luhn", CheckDigits::luhn),
            Map.entry("iban", Iban::isValid),
            Map.entry("jp-my-number", v -> varied(v) && jpMyNumber(digits(v))),
            Map.entry("nhs", v -> varied(v) && elevenFromTen(digits(v), 10)),
            Map.entry("aadhaar", v -> varied(v) && Verhoeff.isValid(digits(v)) && !isPalindrome(digits(v))),
            Map.entry("au-tfn", v -> weighted(digits(v), 11, 1, 4, 3, 7, 5, 8, 6, 9, 10)),
            Map.entry("au-medicare", v -> auMedicare(digits(v))),
            Map.entry("de-tax-id", v -> EuropeanChecks.deTaxId(digits(v))),
            Map.entry("de-passport", EuropeanChecks::dePassport),
            Map.entry("es-nif", EuropeanChecks::esNif),
            Map.entry("fi-hetu", EuropeanChecks::fiHetu),
            Map.entry("cn-resident", CheckDigits::cnResident),
            Map.entry(
                    "kr-rrn",
                    v -> calendarDay(digits(v).substring(2, 4), digits(v).substring(4, 6))),
            Map.entry("fr-nir", EuropeanChecks::frNir),
            Map.entry("nl-bsn", v -> varied(v) && weighted(digits(v), 11, 9, 8, 7, 6, 5, 4, 3, 2, -1)),
            Map.entry("pl-pesel", v -> EuropeanChecks.plPesel(digits(v))),
            Map.entry("us-ssn", v -> usSsn(digits(v))),
            Map.entry("kr-rrn-checked", v -> krRrnChecked(digits(v))),
            Map.entry("br-cpf", v -> varied(v) && brCpf(digits(v))),
            Map.entry("card", CheckDigits::card),
            Map.entry("ipv4", IpShapes::isPersonalV4),
            Map.entry("ipv6", IpShapes::isV6),
            Map.entry("mac", IpShapes::isMac),
            Map.entry("swift", v -> v.equals(v.toUpperCase(Locale.ROOT)) && Iban.length(v.substring(4, 6)) > 0),
            Map.entry("bitcoin", v -> v.startsWith("bc1") || isMixed(v)),
            Map.entry("place", v -> !v.matches("[-+0.°NSEW, ]*")),
            Map.entry("dna", v -> v.chars().distinct().limit(4).count() > 2),
            Map.entry("japanese-disease", v -> !v.endsWith("障害") || v.length() > 3),
            Map.entry("vin", Vin::isValid),
            Map.entry("imei", v -> varied(v) && luhn(v)),
            Map.entry("varied", CheckDigits::varied),
            Map.entry("jp-licence", v -> varied(v) && digits(v).charAt(0) != '0'));

    private static final int ARTICLE = 13;

    private CheckDigits() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>(BY_NAME.keySet());
        names.addAll(NationalChecks.BY_NAME.keySet());
        return names;
    }

    static Optional<Predicate<String>> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).or(() -> Optional.ofNullable(NationalChecks.BY_NAME.get(name)));
    }

    static String digits(String value) {
        int i = 0;
        while (i < value.length() && isDigit(value.charAt(i))) {
            i++;
        }
        return i == value.length() ? value : digitsOf(value);
    }

    private static String digitsOf(String value) {
        char[] digits = new char[value.length()];
        int count = 0;
        for (int i = 0; i < digits.length; i++) {
            char c = value.charAt(i);
            if (isDigit(c)) {
                digits[count++] = c;
            }
        }
        return new String(digits, 0, count);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static String lettersAndDigits(String value) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (Words.isLatinOrDigit(value.charAt(i))) {
                kept.append(Character.toUpperCase(value.charAt(i)));
            }
        }
        return kept.toString();
    }

    /** Not the same digit over and over, which people type as a placeholder. */
    static boolean varied(String value) {
        String digits = digits(value);
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) {
                return true;
            }
        }
        return false;
    }

    /** Thirteen digits that are an article's number just as well are rather that. */
    private static boolean card(String value) {
        return varied(value) && luhn(value) && !isArticle(digits(value));
    }

    private static boolean isArticle(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return digits.length() == ARTICLE && sum % 10 == 0;
    }

    static boolean luhn(String value) {
        String digits = digits(value);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static boolean weighted(String digits, int modulus, int... weights) {
        if (digits.length() != weights.length) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % modulus == 0;
    }

    static boolean jpMyNumber(String digits) {
        if (digits.length() != 12) {
            return false;
        }
        int[] weights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        int check = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return check == digits.charAt(11) - '0';
    }

    private static boolean elevenFromTen(String digits, int length) {
        if (digits.length() != length) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length - 1; i++) {
            sum += (length - i) * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == digits.charAt(length - 1) - '0';
    }

    private static boolean isPalindrome(String digits) {
        int from = 0;
        int to = digits.length() - 1;
        while (from < to && digits.charAt(from) == digits.charAt(to)) {
            from++;
            to--;
        }
        return from >= to;
    }

    private static boolean auMedicare(String digits) {
        if (digits.length() < 10) {
            return false;
        }
        int[] weights = {1, 3, 7, 9, 1, 3, 7, 9};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 10 == digits.charAt(8) - '0';
    }

    static boolean mod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    private static boolean cnResident(String value) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (1 << (17 - i)) % 11 * (value.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(value.charAt(17));
    }

    /** No check digit, but areas, groups and serials that were never given, and numbers from advertisements. */
    private static boolean usSsn(String digits) {
        boolean given = !digits.startsWith("000")
                && !digits.startsWith("9")
                && !digits.startsWith("666")
                && !digits.substring(3, 5).equals("00")
                && !digits.endsWith("0000");
        return given
                && varied(digits)
                && !Set.of("123456789", "987654321", "078051120").contains(digits);
    }

    private static boolean krRrnChecked(String digits) {
        if (digits.length() != 13 || !calendarDay(digits.substring(2, 4), digits.substring(4, 6))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (2 + i % 8) * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 10 == digits.charAt(12) - '0';
    }

    private static boolean brCpf(String digits) {
        return digits.length() == 11
                && weightedDown(digits, 9) == digits.charAt(9) - '0'
                && weightedDown(digits, 10) == digits.charAt(10) - '0';
    }

    /** Brazil's remainder over the first digits, with weights that fall to 2. */
    private static int weightedDown(String digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (count + 1 - i) * (digits.charAt(i) - '0');
        }
        return sum * 10 % 11 % 10;
    }

    private static boolean isMixed(String value) {
        return value.chars().anyMatch(Character::isLowerCase) && value.chars().anyMatch(Character::isUpperCase);
    }

    /** Whether some year has that day. */
    static boolean calendarDay(String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m >= 1 && m <= 12 && d >= 1 && d <= (m == 2 ? 29 : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31);
    }
}
