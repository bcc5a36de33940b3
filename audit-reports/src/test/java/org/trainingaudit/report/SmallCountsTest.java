package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallCountsTest {

    private static final int THRESHOLD = 10;

    /**
     * A hidden cell can be computed from the totals exactly if its unit vector is a combination of the equations of rows
     * and columns over the hidden cells. That is decided here by elimination, which the code itself doesn't use.
     */
    @Test
    void leavesNoHiddenCellThatTheTotalsGiveAway() {
        Random random = new Random(20261122);
        int hiddenInAll = 0;
        for (int i = 0; i < 3000; i++) {
            long[][] counts = counts(random);
            SmallCounts.Hidden hidden = SmallCounts.of(counts, THRESHOLD);
            boolean[][] cells = cells(counts, hidden);
            hiddenInAll += count(cells);
            assertSmallOnesAreHidden(counts, cells);
            if (!hidden.totals()) {
                assertNothingFollows(cells);
            }
        }
        assertThat(hiddenInAll).isGreaterThan(3000);
    }

    @Test
    void hidesASecondCellInARowAndAColumn() {
        long[][] counts = {{3, 40, 50}, {60, 70, 80}, {90, 100, 110}};

        boolean[][] hidden = cells(counts, SmallCounts.of(counts, THRESHOLD));

        assertThat(count(hidden)).isBetween(4, 6);
        assertThat(hidden[0][0]).isTrue();
    }

    @Test
    void hidesTheTotalsOfATableTooNarrowToHideASecond() {
        assertThat(SmallCounts.of(new long[][] {{3}}, THRESHOLD).totals()).isTrue();
        assertThat(SmallCounts.of(new long[][] {{3}, {40}}, THRESHOLD).totals()).isTrue();
    }

    @Test
    void hidesNothingWhereNothingIsSmall() {
        long[][] counts = {{0, 10}, {11, 0}};
        SmallCounts.Hidden hidden = SmallCounts.of(counts, THRESHOLD);

        assertThat(count(cells(counts, hidden))).isZero();
        assertThat(hidden.totals()).isFalse();
        assertThat(SmallCounts.of(new long[0][0], THRESHOLD).totals()).isFalse();
    }

    private static long[][] counts(Random random) {
        long[][] counts = new long[1 + random.nextInt(6)][];
        int columns = 1 + random.nextInt(6);
        int most = random.nextBoolean() ? 15 : 200;
        for (int row = 0; row < counts.length; row++) {
            counts[row] = new long[columns];
            for (int column = 0; column < columns; column++) {
                counts[row][column] = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
            }
        }
        return counts;
    }

    private static boolean[][] cells(long[][] counts, SmallCounts.Hidden hidden) {
        boolean[][] cells = new boolean[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            cells[row] = new boolean[counts[row].length];
            for (int column = 0; column < counts[row].length; column++) {
                cells[row][column] = hidden.cell(row, column);
            }
        }
        return cells;
    }

    private static int count(boolean[][] cells) {
        int count = 0;
        for (boolean[] row : cells) {
            for (boolean cell : row) {
                count += cell ? 1 : 0;
            }
        }
        return count;
    }

    private static void assertSmallOnesAreHidden(long[][] counts, boolean[][] hidden) {
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                if (counts[row][column] > 0 && counts[row][column] < THRESHOLD) {
                    assertThat(hidden[row][column]).isTrue();
                }
            }
        }
    }

    private static void assertNothingFollows(boolean[][] hidden) {
        int columns = hidden[0].length;
        int unknowns = hidden.length * columns;
        double[][] equations = new double[hidden.length + columns][unknowns];
        for (int row = 0; row < hidden.length; row++) {
            for (int column = 0; column < columns; column++) {
                if (hidden[row][column]) {
                    equations[row][row * columns + column] = 1;
                    equations[hidden.length + column][row * columns + column] = 1;
                }
            }
        }
        reduce(equations);
        for (double[] equation : equations) {
            int involved = 0;
            for (double factor : equation) {
                involved += Math.abs(factor) > 1e-9 ? 1 : 0;
            }
            assertThat(involved)
                    .as("an equation with one unknown tells its value")
                    .isNotEqualTo(1);
        }
    }

    /** To reduced row echelon form: a cell is determined exactly if a reduced equation has it alone. */
    private static void reduce(double[][] equations) {
        int next = 0;
        for (int unknown = 0; unknown < equations[0].length && next < equations.length; unknown++) {
            int pivot = next;
            while (pivot < equations.length && Math.abs(equations[pivot][unknown]) < 1e-9) {
                pivot++;
            }
            if (pivot == equations.length) {
                continue;
            }
            double[] swapped = equations[next];
            equations[next] = equations[pivot];
            equations[pivot] = swapped;
            double by = equations[next][unknown];
            for (int i = 0; i < equations[next].length; i++) {
                equations[next][i] /= by;
            }
            for (int row = 0; row < equations.length; row++) {
                double times = equations[row][unknown];
                if (row != next && Math.abs(times) > 1e-9) {
                    for (int i = 0; i < equations[row].length; i++) {
                        equations[row][i] -= times * equations[next][i];
                    }
                }
            }
            next++;
        }
    }
}
