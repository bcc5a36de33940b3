package org.trainingaudit.cli;

import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.CannotRestart;
import org.trainingaudit.operate.OperationRefused;
import org.trainingaudit.trail.TrailException;

/**
 * Where a command acts that needs the database: at the program that serves, where one does and the environment names an
 * account for it, or else in this process, which then has the database open for as long as the command takes.
 *
 * @param <D> what the command can do there
 * @param there does it at the program that serves
 * @param here does it in this process
 */
record Desk<D>(Function<ServeClient, D> there, Function<AuditContext, D> here) {

    /** For the help of commands that act at a desk. */
    static final String HELP =
            "Where 'audit serve' has the database, it goes through its API, in the name of the account in"
                    + " AUDIT_USER with the password in the first line of the file AUDIT_PASSWORD_FILE.";

    /**
     * Does the work at the desk.
     *
     * @throws WrongUse where it is refused, or somebody else has the database
     */
    <R> R act(AuditCommand parent, PlacesOptions options, Progress progress, Function<D, R> work) {
        try {
            Optional<ServeClient> server = ServingProgram.find(options.places());
            return server.isPresent()
                    ? work.apply(there.apply(server.get()))
                    : new OwnDatabase(parent, options, progress).with(context -> work.apply(here.apply(context)));
        } catch (DatabaseInUse e) {
            throw ServingProgram.inUse(e);
        } catch (CannotRestart | OperationRefused | TrailException | WaiverRefused e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
