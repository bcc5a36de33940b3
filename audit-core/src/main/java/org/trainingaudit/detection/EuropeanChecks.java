package org.trainingaudit.detection;

/** Check digits of numbers that European states give to people, for {@link CheckDigits}. */
final class EuropeanChecks {

    private EuropeanChecks() {}

    /** ISO 7064 MOD 11,10; of the first ten digits one stands twice or three times. */
    static boolean deTaxId(String digits) {
        if (digits.length() != 11 || digits.charAt(0) == '0') {
            return false;
        }
        long different = digits.substring(0, 10).chars().distinct().count();
        return different >= 8 && CheckDigits.mod1110(digits);
    }

    /** The check digit of machine-readable passports: weights 7, 3, 1 over digits and letters. */
    static boolean dePassport(String value) {
        String code = CheckDigits.lettersAndDigits(value);
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < code.length() - 1; i++) {
            sum += weights[i % 3] * Character.digit(code.charAt(i), 36);
        }
        return sum % 10 == Character.digit(code.charAt(code.length() - 1), 36);
    }

    static boolean esNif(String value) {
        String code = CheckDigits.lettersAndDigits(value)
                .replace('X', '0')
                .replace('Y', '1')
                .replace('Z', '2');
        String number = CheckDigits.digits(code.substring(0, code.length() - 1));
        char letter = Character.toUpperCase(value.charAt(value.length() - 1));
        return !number.isEmpty() && "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23) == letter;
    }

    static boolean fiHetu(String value) {
        String number = value.substring(0, 6) + value.substring(7, 10);
        char check = Character.toUpperCase(value.charAt(10));
        return CheckDigits.calendarDay(value.substring(2, 4), value.substring(0, 2))
                && Integer.parseInt(value.substring(7, 10)) >= 2
                && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(number) % 31) == check;
    }

    static boolean frNir(String value) {
        String code = CheckDigits.lettersAndDigits(value).replace("2A", "19").replace("2B", "18");
        return code.length() == 15
                && 97 - Long.parseLong(code.substring(0, 13)) % 97 == Long.parseLong(code.substring(13));
    }

    static boolean plPesel(String digits) {
        if (digits.length() != 11) {
            return false;
        }
        int month = Integer.parseInt(digits.substring(2, 4)) % 20;
        String two = month < 10 ? "0" + month : String.valueOf(month);
        return CheckDigits.calendarDay(two, digits.substring(4, 6))
                && CheckDigits.weighted(digits, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1);
    }
}
