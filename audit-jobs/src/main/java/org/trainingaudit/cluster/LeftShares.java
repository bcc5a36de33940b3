package org.trainingaudit.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shares that this process has left to others, and those of which it may leave nothing. */
final class LeftShares {

    private final Set<Long> left = ConcurrentHashMap.newKeySet();
    private final Set<Long> lastResort = ConcurrentHashMap.newKeySet();

    /** Notes what the offer says that was taken. */
    void begin(Offer offer) {
        if (offer.lastResort()) {
            lastResort.add(offer.share());
        }
    }

    /** Whether it may be left to others what this machine can't do of the share. */
    boolean mayLeave(long share) {
        return !lastResort.contains(share);
    }

    /** Notes how the share was ended here. */
    void end(Offer offer, boolean leftToOthers) {
        lastResort.remove(offer.share());
        if (leftToOthers) {
            left.add(offer.share());
        }
    }

    /** Whether the offer is one that this process wouldn't make more of than before. */
    boolean isInVain(Offer offer) {
        return !offer.lastResort() && left.contains(offer.share());
    }
}
