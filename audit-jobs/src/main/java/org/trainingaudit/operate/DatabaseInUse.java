package org.trainingaudit.operate;

import java.nio.file.Path;

/** Another process owns the embedded database; nothing has run. */
public final class DatabaseInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseInUse(Path database, String owner, Throwable cause) {
        super(
                "the database '" + database + "' is in use by " + owner
                        + "; wait until it has finished, or name another folder with --data",
                cause);
    }
}
