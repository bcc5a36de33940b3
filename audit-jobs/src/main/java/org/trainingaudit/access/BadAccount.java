package org.trainingaudit.access;

/** An account can't be made or changed as asked; the message says why, without the password. */
public final class BadAccount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadAccount(String message) {
        super(message);
    }
}
