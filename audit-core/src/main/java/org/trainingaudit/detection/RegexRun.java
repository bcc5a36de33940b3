package org.trainingaudit.detection;

import java.util.Arrays;

/**
 * The state of one {@link RegexProgram} while it goes over a text: where it is, what its groups matched, and how many steps
 * it may still take. For one thread; one object serves many programs, one after the other.
 */
final class RegexRun {

    private static final int NOWHERE = -1;
    private static final int[] NO_GROUPS = {};

    /** How deep a match may nest; each level takes a stack frame or two. */
    private static final int DEEPEST = 1500;

    private FoldedText text = new FoldedText(false);
    char[] chars = {};
    int length;
    int[] groups = new int[8];
    int end;
    int lookedBehindTo;
    private int groupCount;
    private int depth;
    private long left;
    private boolean spent;

    /** Begins a text, in which all programs together may take so many steps. */
    void begin(FoldedText newText, long steps) {
        text = newText;
        chars = newText.chars();
        length = newText.length();
        left = steps;
        spent = false;
    }

    FoldedText text() {
        return text;
    }

    /** Whether the steps didn't suffice, so that finds may be missing. */
    boolean isSpent() {
        return spent;
    }

    /** That what ran elsewhere was given up. */
    void spend() {
        spent = true;
        left = 0;
    }

    long stepsLeft() {
        return left;
    }

    /** Takes a step; false if there is none left. */
    boolean step() {
        if (--left > 0) {
            return true;
        }
        spent = true;
        return false;
    }

    /** Goes one level down; false if that is too deep. */
    boolean down() {
        if (++depth < DEEPEST) {
            return step();
        }
        spent = true;
        return false;
    }

    void up() {
        depth--;
    }

    /** The groups as they are, to go back to; nothing where there are none. */
    int[] keepGroups() {
        return groupCount == 0 ? NO_GROUPS : groups.clone();
    }

    void takeBack(int[] kept) {
        System.arraycopy(kept, 0, groups, 0, kept.length);
    }

    void forgetGroups(int count) {
        groupCount = count;
        if (groups.length < 2 * (count + 1)) {
            groups = new int[2 * (count + 1)];
        }
        Arrays.fill(groups, 0, 2 * (count + 1), NOWHERE);
        depth = 0;
    }

    /** Where a group's last match began; -1 if it didn't take part. */
    int start(int group) {
        return groups[2 * group];
    }

    int end(int group) {
        return groups[2 * group + 1];
    }
}
