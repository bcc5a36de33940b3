package org.trainingaudit.finding;

/** What somebody wants of a waiver can't be done; the message says why and what would be right. */
public final class WaiverRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WaiverRefused(String message) {
        super(message);
    }
}
