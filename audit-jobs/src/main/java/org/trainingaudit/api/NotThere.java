package org.trainingaudit.api;

/** There is nothing under an address, or the account may not know of it. */
final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere() {
        super("not there");
    }
}
