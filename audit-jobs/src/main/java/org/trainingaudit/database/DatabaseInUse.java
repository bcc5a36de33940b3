package org.trainingaudit.database;

import java.nio.file.Path;

/** The database can't be had: another process owns it, or it can't be reached. Nothing has run. */
public final class DatabaseInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** That another process has an embedded one open. */
    public DatabaseInUse(Path database, String owner, Throwable cause) {
        super(
                "the database '" + database + "' is in use by " + owner
                        + "; wait until it has finished, or name another folder with --data",
                cause);
    }

    private DatabaseInUse(String message) {
        super(message);
    }

    /** That a server's database can't be had, and why; the message can be shown to anybody. */
    public static DatabaseInUse of(String message) {
        return new DatabaseInUse(message);
    }
}
