package org.trainingaudit.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The ending of an error message about an unknown name.
     *
     * @return {@code ; did you mean 'x'?} for the nearest right name, or nothing where none is near
     */
    public static String hint(String wrong, Collection<String> right) {
        return to(wrong, right).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** The right name at the least edit distance, if at most a third of the longer name would change. */
    public static Optional<String> to(String wrong, Collection<String> right) {
        record Candidate(String name, int distance) {}
        return right.stream()
                .map(name -> new Candidate(name, distance(wrong, name)))
                .filter(c -> c.distance <= Math.max(1, Math.max(wrong.length(), c.name.length()) / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Optimal string alignment distance (insert, delete, replace, swap of neighbours), ignoring case. */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, one, other, i, j);
            }
        }
        return d[one.length()][other.length()];
    }

    private static int step(int[][] d, String one, String other, int i, int j) {
        int replaced = d[i - 1][j - 1] + (same(one, i - 1, other, j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && same(one, i - 1, other, j - 2) && same(one, i - 2, other, j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }

    private static boolean same(String one, int i, String other, int j) {
        return Character.toLowerCase(one.charAt(i)) == Character.toLowerCase(other.charAt(j));
    }
}
