package org.trainingaudit.detection;

/** Verhoeff's check digit, computed in the symmetry group of the pentagon. */
final class Verhoeff {

    private static final int[] STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    private static final int DIGITS = STEP.length;

    /** So many steps lead back to where they began. */
    private static final int ORDER = 8;

    private static final int[] PRODUCTS = new int[DIGITS * DIGITS];
    private static final int[] PERMUTED = new int[ORDER * DIGITS];

    static {
        for (int one = 0; one < DIGITS; one++) {
            for (int other = 0; other < DIGITS; other++) {
                PRODUCTS[DIGITS * one + other] = multiply(one, other);
            }
            for (int times = 0; times < ORDER; times++) {
                PERMUTED[DIGITS * times + one] = times == 0 ? one : STEP[PERMUTED[DIGITS * (times - 1) + one]];
            }
        }
    }

    private Verhoeff() {}

    static boolean isValid(String digits) {
        int check = 0;
        int length = digits.length();
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            check = PRODUCTS[DIGITS * check + PERMUTED[DIGITS * (i % ORDER) + digit]];
        }
        return check == 0;
    }

    /** Rotations are 0 to 4, reflections 5 to 9. */
    private static int multiply(int one, int other) {
        int turned = one < 5 ? one + other : one - other;
        return one < 5 == other < 5 ? Math.floorMod(turned, 5) : Math.floorMod(turned, 5) + 5;
    }
}
