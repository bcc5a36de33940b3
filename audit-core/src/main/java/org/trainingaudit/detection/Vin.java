package org.trainingaudit.detection;

/** Vehicle identification numbers with the check digit that North America and China demand. */
final class Vin {

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String VALUES = "12345678123457923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private Vin() {}

    static boolean isValid(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char c = Character.toUpperCase(value.charAt(i));
            int letter = LETTERS.indexOf(c);
            sum += WEIGHTS[i] * (letter < 0 ? c - '0' : VALUES.charAt(letter) - '0');
        }
        return "0123456789X".charAt(sum % 11) == Character.toUpperCase(value.charAt(8));
    }
}
