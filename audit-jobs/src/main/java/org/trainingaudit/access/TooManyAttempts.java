package org.trainingaudit.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords lately for this account or from this source; the password wasn't even looked at. */
public final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many wrong passwords");
        this.wait = wait;
    }

    /** In how many seconds it may be tried again; at least 1. */
    public long seconds() {
        return wait.toSeconds() + 1;
    }
}
