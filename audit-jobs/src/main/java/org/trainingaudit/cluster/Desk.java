package org.trainingaudit.cluster;

import java.util.Optional;
import org.trainingaudit.cluster.OfferText.Unreadable;

/** Where a worker takes what messages offer, or refuses it. */
final class Desk {

    private final OfferText texts;
    private final Claims claims;
    private final String config;
    private final LeftShares left;
    private final Tally tally;

    /**
     * A desk.
     *
     * @param config the configuration snapshot that this worker has
     * @param left what it has left to others
     * @param tally hears every answer
     */
    Desk(OfferText texts, Claims claims, String config, LeftShares left, Tally tally) {
        this.texts = texts;
        this.claims = claims;
        this.config = config;
        this.left = left;
        this.tally = tally;
    }

    /** Hears what becomes of messages. */
    interface Tally {
        void answered(Answer answer);
    }

    /** The offer, where the share is this worker's now. */
    Optional<Offer> take(String text) {
        try {
            Offer offer = texts.read(text);
            Answer answer = answer(offer);
            tally.answered(answer);
            return Optional.of(offer).filter(taken -> answer == Answer.TAKEN);
        } catch (Unreadable e) {
            tally.answered(e.why());
            return Optional.empty();
        }
    }

    private Answer answer(Offer offer) {
        if (!offer.config().equals(config)) {
            return Answer.OTHER_CONFIGURATION;
        }
        return left.isInVain(offer) ? Answer.LEFT : claims.take(offer);
    }
}
