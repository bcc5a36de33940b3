package org.trainingaudit.zip;

import java.io.IOException;

/** A zip could be read, and holds what no honest one does; the message names it. */
public final class RefusedZip extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedZip(String message) {
        super(message);
    }
}
