package org.trainingaudit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.Server;
import org.trainingaudit.setup.DatabaseSettings;
import org.trainingaudit.setup.DatabaseSettings.Login;

/** What we ask of a PostgreSQL, whatever its administrator has set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerDatabaseTest {

    private Server postgres;

    @BeforeAll
    void start() throws IOException, SQLException {
        postgres = Server.start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({"off, on", "on, on", "local, local", "remote_apply, remote_apply"})
    void keepsNothingForDoneThatIsNotOnTheDisk(String asked, String wanted) {
        JdbcClient.create(postgres.database())
                .sql("alter role postgres set synchronous_commit = " + asked)
                .update();
        try (HikariDataSource pool = pool(database())) {
            String used = JdbcClient.create(pool)
                    .sql("show synchronous_commit")
                    .query(String.class)
                    .single();
            assertThat(used).isEqualTo(wanted);
        }
    }

    /** What Java writes for people has their digits, and an SQL statement isn't for people. */
    @Test
    void givesAConnectionWhereTheLanguageHasDigitsOfItsOwn() throws SQLException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        ServerDatabase database = database();
        database.begin(false);
        try (HikariDataSource pool = pool(database);
                Connection first = pool.getConnection()) {
            assertThat(first.isValid(1)).isTrue();
        } finally {
            database.end();
            Locale.setDefault(usual);
        }
    }

    /** Else a run whose server was restarted would be said to have failed, and wouldn't be gone on with. */
    @Test
    void givesNoConnectionOnceTheSessionIsLostThatHoldsTheLock() throws SQLException {
        ServerDatabase database = database();
        database.begin(false);
        try (HikariDataSource pool = pool(database)) {
            pool.setConnectionTimeout(500);
            pool.setMinimumIdle(0);
            try (Connection first = pool.getConnection()) {
                assertThat(first.isValid(1)).isTrue();
                database.end();
                assertThatThrownBy(pool::getConnection)
                        .hasStackTraceContaining("the session that holds the lock of this program is lost");
            }
        }
    }

    private ServerDatabase database() {
        DatabaseSettings settings = new DatabaseSettings(
                Optional.of(postgres.url("postgres")),
                Optional.of(new Login("postgres", Optional.empty(), Optional.empty())),
                Optional.empty());
        return new ServerDatabase(settings, name -> null, () -> {});
    }

    /** As Spring Boot makes it of the same properties. */
    private static HikariDataSource pool(ServerDatabase database) {
        Map<String, String> properties = database.properties();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(properties.get("spring.datasource.url"));
        pool.setUsername(properties.get("spring.datasource.username"));
        new Binder(new MapConfigurationPropertySource(properties))
                .bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        return pool;
    }
}
