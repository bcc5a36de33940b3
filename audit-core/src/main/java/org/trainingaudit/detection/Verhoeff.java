package org.trainingaudit.detection;

/** Verhoeff's check digit, computed in the symmetry group of the pentagon. */
final class Verhoeff {

    private static final int[] STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private Verhoeff() {}

    static boolean isValid(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = multiply(check, permute(digit, i));
        }
        return check == 0;
    }

    private static int permute(int digit, int times) {
        int permuted = digit;
        for (int i = 0; i < times % 8; i++) {
            permuted = STEP[permuted];
        }
        return permuted;
    }

    /** Rotations are 0 to 4, reflections 5 to 9. */
    private static int multiply(int one, int other) {
        int turned = one < 5 ? one + other : one - other;
        return one < 5 == other < 5 ? Math.floorMod(turned, 5) : Math.floorMod(turned, 5) + 5;
    }
}
