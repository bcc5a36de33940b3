package org.trainingaudit.use;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingaudit.config.Faults;

/**
 * Reads the database of an MLflow server: its runs with the datasets they read, also deleted runs and runs without datasets.
 * The database's address takes no parameters, since drivers load classes that an address names; give the account no more than
 * the right to read.
 */
final class MlflowStore {

    /** A file's name has no colon but that of a drive: with {@code tcp:} or {@code :resource:} a driver reaches other machines. */
    private static final Pattern ADDRESS = Pattern.compile(
            "jdbc:(postgresql)://([A-Za-z0-9.-]+)(?::\\d{1,5})?/[A-Za-z0-9_.-]+|jdbc:(sqlite|h2(?::file)?):(?:[A-Za-z]:)?[^?;:]+");

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String RUNS = """
            SELECT r.run_uuid, r.experiment_id, r.start_time,
                   d.name, d.digest, d.dataset_source, d.dataset_schema, t."value"
            FROM runs r
            LEFT JOIN inputs i ON i.destination_id = r.run_uuid
                 AND i.source_type = 'DATASET' AND i.destination_type = 'RUN'
            LEFT JOIN datasets d ON d.dataset_uuid = i.source_id
            LEFT JOIN input_tags t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context'
            ORDER BY r.run_uuid, d.name, d.digest
            """;
    private static final String TAGS = "SELECT run_uuid, \"key\", \"value\" FROM tags";

    private final Tracker tracker;
    private final Set<String> hosts;
    private final Set<String> tagNames;
    private final Faults faults;

    MlflowStore(Tracker tracker, Set<String> hosts, Set<String> tagNames, Faults faults) {
        this.tracker = tracker;
        this.hosts = hosts;
        this.tagNames = tagNames;
        this.faults = faults;
    }

    void read(Secrets secrets, Observations seen) {
        Matcher address = ADDRESS.matcher(tracker.url().value());
        if (!address.matches()) {
            refuse("expected jdbc:postgresql://host/database, jdbc:sqlite:FILE or jdbc:h2:FILE, without parameters");
            return;
        }
        String host = address.group(2);
        if (host != null && !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            refuse("host '" + host + "' isn't in 'hosts' of collect.yaml, so it isn't asked");
            return;
        }
        boolean h2 = tracker.url().value().startsWith("jdbc:h2:");
        Properties login = new Properties();
        secrets.user().ifPresent(user -> login.setProperty("user", user));
        secrets.password().ifPresent(password -> login.setProperty("password", password));
        String url = tracker.url().value() + (h2 ? ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE" : "");
        DriverManager.setLoginTimeout((int) Math.max(1, tracker.patience().toSeconds()));
        try (Connection connection = DriverManager.getConnection(url, login)) {
            connection.setAutoCommit(false);
            runs(connection, tags(connection), new MlflowRuns(tracker.id().value(), seen));
            connection.rollback();
        } catch (SQLException e) {
            refuse("the database can't be read (state " + e.getSQLState()
                    + "); check address, account and that its driver is there");
        }
    }

    private void refuse(String why) {
        faults.add(tracker.url().at(), "tracker '" + tracker.id() + "': " + why + "; its uses are not complete");
    }

    private PreparedStatement statement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_AT_ONCE);
        statement.setQueryTimeout((int) Math.max(1, tracker.patience().toSeconds() * 20));
        return statement;
    }

    /** Only the tags that a rule asks for. */
    private Map<String, Map<String, String>> tags(Connection connection) throws SQLException {
        Map<String, Map<String, String>> tags = new HashMap<>();
        try (PreparedStatement statement = statement(connection, TAGS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (tagNames.contains(rows.getString(2))) {
                    tags.computeIfAbsent(rows.getString(1), unseen -> new HashMap<>())
                            .put(rows.getString(2), text(rows, 3));
                }
            }
        }
        return tags;
    }

    private void runs(Connection connection, Map<String, Map<String, String>> tags, MlflowRuns runs)
            throws SQLException {
        try (PreparedStatement statement = statement(connection, RUNS);
                ResultSet rows = statement.executeQuery()) {
            Optional<Run> open = Optional.empty();
            while (rows.next()) {
                String id = text(rows, 1);
                if (open.filter(run -> run.id.equals(id)).isEmpty()) {
                    open.ifPresent(run -> add(run, tags, runs));
                    open = Optional.of(new Run(id, text(rows, 2), text(rows, 3), new ArrayList<>()));
                }
                if (rows.getString(5) != null) {
                    open.get()
                            .inputs
                            .add(new MlflowRuns.Input(
                                    text(rows, 4),
                                    text(rows, 5),
                                    text(rows, 6),
                                    text(rows, 7),
                                    Optional.of(text(rows, 8)).filter(context -> !context.isEmpty())));
                }
            }
            open.ifPresent(run -> add(run, tags, runs));
        }
    }

    private record Run(String id, String experiment, String start, List<MlflowRuns.Input> inputs) {}

    private void add(Run run, Map<String, Map<String, String>> tags, MlflowRuns runs) {
        runs.add(
                run.id,
                run.experiment,
                Optional.of(run.start),
                tags.getOrDefault(run.id, Map.of()),
                run.inputs,
                "tracker:" + tracker.id() + ":" + run.id);
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }
}
