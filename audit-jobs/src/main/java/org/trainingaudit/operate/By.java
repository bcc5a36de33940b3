package org.trainingaudit.operate;

import org.trainingaudit.nightly.Run;

/**
 * On whose behalf something is done.
 *
 * @param who the account's name; {@code local} for whoever works on the machine itself, {@code schedule} for the schedule
 * @param why his reason, which goes on record; at most 1,000 characters
 */
public record By(String who, String why) {

    private static final int LONGEST = 1000;

    public By {
        if (why.length() > LONGEST) {
            throw new OperationRefused(
                    OperationRefused.Reason.WRONG, "the reason has more than " + LONGEST + " characters");
        }
    }

    /** Whoever works on the machine itself. */
    public static By local() {
        return new By("local", "");
    }

    /** The program, taking up what a crash left. */
    public static By recovery() {
        return new By("local", "its process had ended without a word");
    }

    /** The schedule. */
    public static By schedule() {
        return new By(Run.SCHEDULE, "");
    }
}
