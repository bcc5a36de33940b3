package org.trainingaudit.database;

import java.util.Map;
import org.trainingaudit.setup.DatabaseSettings;
import org.trainingaudit.setup.Places;

/** Which database the program works with, and how it makes sure that nobody is in its way. */
public interface Database {

    /** How many numbers of the trail's queue a session holds ready; see {@code V12__scale.sql}. */
    String QUEUE_NUMBERS = "spring.flyway.placeholders.queue-numbers-at-once";

    /**
     * The component that makes and upgrades the tables when the program starts. Named here rather than found, since a start
     * without it would leave a note that makes the next one throw the database away.
     */
    Class<?> TABLES = NewDatabase.class;

    /** Whether no other process can have it open. */
    String ONE_PROCESS = "audit.one-process";

    /**
     * The one of the settings.
     *
     * @param lost ends the process: called where the session breaks by which others are kept out
     */
    static Database of(Places places, DatabaseSettings settings, Runnable lost) {
        return settings.url().isPresent()
                ? new ServerDatabase(settings, System::getenv, lost)
                : new EmbeddedDatabase(places);
    }

    /**
     * Before it is opened.
     *
     * @param alone whether nobody else may have it open
     * @throws DatabaseInUse where another process keeps it from being opened so, or it can't be reached
     */
    void begin(boolean alone);

    /** How the framework opens it. */
    Map<String, String> properties();

    /**
     * Has its files forget what was deleted of commitments. Deleting alone doesn't: both databases leave the bytes where they
     * were until something else comes to lie there. After it was closed, and alone with it.
     *
     * @throws IllegalStateException where that can't be done; nothing is lost then, and it may be tried again
     */
    void forgetDeleted();

    /** After it was closed. */
    void end();
}
