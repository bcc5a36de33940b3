package org.trainingaudit.detection;

/** Looking at a text took more steps than are allowed: what is in it isn't known, and it must not count as clean. */
public final class TooComplexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooComplexException(int characters) {
        super("a text of " + characters + " characters takes a detector too long, so that it isn't known what is in it;"
                + " shorten it, or mend the detector's pattern");
    }
}
