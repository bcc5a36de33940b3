package org.trainingaudit.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nothing under an address, or the account may not know of it; the two look alike. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class Absent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Absent() {
        super("not there");
    }
}
