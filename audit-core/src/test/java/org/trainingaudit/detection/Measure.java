package org.trainingaudit.detection;

/**
 * A figure with what it should be.
 *
 * @param goal what it is to reach, or not to pass
 * @param atLeast whether more is better
 * @param what what it was counted on
 */
record Measure(String name, double figure, double goal, boolean atLeast, String what) {

    static Measure atLeast(String name, double figure, double goal, String what) {
        return new Measure(name, figure, goal, true, what);
    }

    static Measure atMost(String name, double figure, double goal, String what) {
        return new Measure(name, figure, goal, false, what);
    }

    boolean isReached() {
        return atLeast ? figure >= goal : figure <= goal;
    }

    /** By how much the goal is missed; 0 where it is reached. */
    double missing() {
        return isReached() ? 0 : Math.abs(goal - figure);
    }
}
