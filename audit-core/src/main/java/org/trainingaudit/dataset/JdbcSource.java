package org.trainingaudit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A database whose tables and views are datasets, named {@code <source>/<schema>.<table>}.
 *
 * @param tables which of them: {@code schema.table}, where {@code *} is any text; none for all that aren't the database's own
 * @param timeoutSeconds how long one statement may take
 * @param combinations what is declared of its tables' columns that may point at a person together, by {@code schema.table}
 */
public record JdbcSource(
        String id,
        JdbcAddress address,
        String user,
        JdbcPassword password,
        String owner,
        Set<String> subjectCountries,
        List<String> tables,
        int timeoutSeconds,
        DeclaredCombinations combinations)
        implements Source {

    public JdbcSource {
        tables = List.copyOf(tables);
    }

    /** One of which no key is declared. */
    JdbcSource(
            String id,
            JdbcAddress address,
            String user,
            JdbcPassword password,
            String owner,
            Set<String> subjectCountries,
            List<String> tables,
            int timeoutSeconds) {
        this(id, address, user, password, owner, subjectCountries, tables, timeoutSeconds, DeclaredCombinations.NONE);
    }

    @Override
    public boolean listsByItself() {
        return true;
    }

    @Override
    public List<Dataset> datasets() {
        List<Dataset> datasets = new ArrayList<>();
        try (Connection connection = open()) {
            Set<String> all = JdbcTables.names(connection);
            Set<String> wanted = JdbcTables.wanted(all, tables);
            wanted.forEach(table -> datasets.add(Dataset.table(id + "/" + ShownName.of(table), this, table)));
            for (String pattern : tables) {
                if (JdbcTables.wanted(all, List.of(pattern)).isEmpty()) {
                    datasets.add(nothing(
                            pattern,
                            Refusal.missing("no table or view '" + pattern
                                    + "' that its user can see; mend 'tables', or grant SELECT")));
                }
            }
        } catch (SQLException e) {
            return List.of(nothing("*", unreachable(e)));
        } catch (RefusedException e) {
            return List.of(nothing("*", e.refusal()));
        }
        return datasets.isEmpty()
                ? List.of(nothing("*", Refusal.missing("no table or view that its user can see; grant SELECT")))
                : List.copyOf(datasets);
    }

    private Dataset nothing(String name, Refusal refusal) {
        return Dataset.refused(id + "/" + name, this, refusal);
    }

    /** The driver's own words can hold the user, statements and values, so only the state's number is told. */
    Refusal unreachable(SQLException e) {
        return Refusal.refused("the database on '" + address.host() + "' doesn't answer as it should (SQLSTATE "
                + e.getSQLState() + "); look whether it runs, and at user, password and rights");
    }

    /**
     * A connection that only reads, all of it at one moment.
     *
     * @throws RefusedException where there is no driver or no password
     */
    Connection open() throws SQLException {
        Connection connection = JdbcDrivers.connect(address, user, password.get(), timeoutSeconds);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
