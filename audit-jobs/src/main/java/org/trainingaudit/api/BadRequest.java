package org.trainingaudit.api;

/** A call that can't be answered as it is; the message says what was found and what would be right. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
