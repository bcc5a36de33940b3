package org.trainingaudit.trail;

/** The trail cannot go on or cannot be read; the message says what was found, where, and how to mend it. */
public final class TrailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailException(String message) {
        super(message);
    }

    public TrailException(String message, Throwable cause) {
        super(message, cause);
    }
}
