package org.trainingaudit.notice;

/** A message wasn't taken; it's tried again. The text says why, without anything that was sent or any secret. */
final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDelivered(String message) {
        super(message);
    }

    NotDelivered(String message, Throwable cause) {
        super(message, cause);
    }
}
