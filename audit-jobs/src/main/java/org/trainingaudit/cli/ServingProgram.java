package org.trainingaudit.cli;

import java.util.Optional;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.setup.Places;

/** The program that has the database open, where one serves and the environment names an account for it. */
final class ServingProgram {

    private ServingProgram() {}

    /** A caller of it; empty where this process has to open the database itself. */
    static Optional<ServeClient> find(Places places) {
        return ServeClient.find(places, System.getenv()).filter(ServeClient::isThere);
    }

    /** That somebody else has the database, and how to go through them. */
    static WrongUse inUse(DatabaseInUse fault) {
        return new WrongUse(fault.getMessage() + "; or, where that is 'audit serve', set " + ServeClient.USER + " and "
                + ServeClient.PASSWORD_FILE + " to go through it");
    }

    /** What an account is asked to do goes in its own name. */
    static void requireOwn(String by, ServeClient server) {
        if (!by.isEmpty() && !by.equals(server.user())) {
            throw new WrongUse(
                    "--by names '" + Printable.text(by) + "', but what goes through 'audit serve' goes in the name"
                            + " of " + ServeClient.USER + ", '" + server.user() + "'; leave --by out");
        }
    }
}
