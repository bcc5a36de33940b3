package org.trainingaudit.nightly;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database in memory that is nobody else's, with the options of the embedded one. */
public final class MemoryDatabase {

    public final DriverManagerDataSource source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");

    public final JdbcTemplate jdbc = new JdbcTemplate(source);
    public final JdbcClient client = JdbcClient.create(jdbc);

    /** Makes all tables. */
    public void migrate() {
        flyway().load().migrate();
    }

    /** Makes them as they were after that script. */
    void migrate(String upTo) {
        flyway().target(upTo).load().migrate();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(source).placeholders(Map.of("queue-numbers-at-once", "10000"));
    }
}
