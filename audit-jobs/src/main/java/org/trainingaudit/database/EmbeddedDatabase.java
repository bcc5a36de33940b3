package org.trainingaudit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.trainingaudit.setup.Places;

/** H2 in a file under the data folder. Its lock on the file keeps other processes out. */
final class EmbeddedDatabase implements Database {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            // Without the first, H2 closes before the program does; without the second, a kill loses committed rows.
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
            // Milliseconds to wait for a row that another transaction holds: a chunk's end waits for its turn at the
            // log.
            + ";LOCK_TIMEOUT=120000"
            // KiB of pages kept at hand.
            + ";CACHE_SIZE=98304";

    private static final String USER = "audit";

    private final Places places;

    EmbeddedDatabase(Places places) {
        this.places = places;
    }

    @Override
    public void begin(boolean alone) {
        NewDatabase.begin(places);
    }

    private String url() {
        return "jdbc:h2:file:" + places.database().toAbsolutePath() + OPTIONS;
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url",
                url(),
                "spring.datasource.username",
                USER,
                "spring.datasource.password",
                "",
                QUEUE_NUMBERS,
                "10000",
                ONE_PROCESS,
                "true");
    }

    /** Writes what is left into a new file, which takes the place of the old one. */
    @Override
    public void forgetDeleted() {
        try (Connection connection = DriverManager.getConnection(url(), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database's file could not be written anew, so what was erased may still stand in it; erase again",
                    e);
        }
    }

    @Override
    public void end() {
        // Closing it gave the file free.
    }
}
