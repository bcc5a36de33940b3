package org.trainingaudit.use;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Text;

/**
 * A server or store that is asked each night what was trained.
 *
 * @param id the name by which its trainings and datasets begin
 * @param kind what it is
 * @param url its address, without a name or password
 * @param tokenFile a file with a bearer token
 * @param tokenEnv an environment variable with one
 * @param userEnv an environment variable with the name for basic log-in, or for the database
 * @param passwordEnv one with the password
 * @param passwordFile a file with the password
 * @param timeout how long one answer may take; 30 seconds
 */
public record Tracker(
        Text id,
        Kind kind,
        Text url,
        Optional<Text> tokenFile,
        Optional<String> tokenEnv,
        Optional<String> userEnv,
        Optional<String> passwordEnv,
        Optional<Text> passwordFile,
        Optional<Duration> timeout) {

    /** What a tracker is. */
    public enum Kind {
        /** The REST interface of an MLflow tracking server. */
        MLFLOW,
        /** The database of one: PostgreSQL, SQLite or H2, by JDBC. */
        MLFLOW_SQL,
        /** The REST interface of a Marquez server. */
        MARQUEZ
    }

    private static final Duration USUAL = Duration.ofSeconds(30);

    Duration patience() {
        return timeout.orElse(USUAL);
    }

    /** What the environment and the file system hold for log-in. */
    Secrets secrets(UnaryOperator<@Nullable String> environment, Faults faults) {
        return Secrets.of(this, environment, faults);
    }
}
