package org.trainingaudit.cli;

/** What was asked can't be done as it was asked; the message says why and how to ask better. Nothing has run. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
