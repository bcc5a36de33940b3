package org.trainingaudit.cluster;

import java.util.Collection;
import java.util.List;

/** Who works on which share: the one place where that is decided. */
interface Claims {

    /** Where a share stands. */
    enum State {
        /** Nobody has taken it yet. */
        WAITING,
        /** Somebody works on it, or did. */
        TAKEN,
        /** Its worker ended in good order before the share was done. */
        GIVEN_BACK,
        /** Its worker has done what it can and left the rest to others, since the files on its machine are other ones. */
        LEFT_TO_OTHERS,
        DONE,
        /** It failed for good. */
        FAILED
    }

    /**
     * A share as it is seen at one moment.
     *
     * @param turn how often it was taken
     * @param beat a number that its holder raises while it lives
     * @param done how many things of it are done
     * @param holder who took it last; empty while nobody has
     */
    record Seen(long share, State state, long turn, long beat, long done, String holder) {}

    /**
     * All that a manager sees.
     *
     * @param stopping whether somebody wants the run to stop, or another manager has taken it over
     */
    record View(List<Seen> shares, boolean stopping) {}

    /** Lets shares be taken from now on, and no others. */
    void open(Collection<Long> shares);

    /** How those shares stand. */
    View look();

    /** Takes a share for this worker, if the offer still holds. */
    Answer take(Offer offer);

    /** Says that the holder of that turn lives; false where the share was taken from it. */
    boolean beat(long share, long turn);

    /** Ends a share that nobody will finish: whoever holds it can't commit any more. */
    void end(long share, long turn, boolean failed);
}
