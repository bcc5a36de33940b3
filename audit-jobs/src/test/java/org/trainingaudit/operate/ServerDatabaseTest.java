package org.trainingaudit.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        try (HikariDataSource pool = pool()) {
            String used = JdbcClient.create(pool)
                    .sql("show synchronous_commit")
                    .query(String.class)
                    .single();
            assertThat(used).isEqualTo(wanted);
        }
    }

    /** As Spring Boot makes it of the same properties. */
    private HikariDataSource pool() {
        DatabaseSettings settings = new DatabaseSettings(
                Optional.of(postgres.url("postgres")),
                Optional.of(new Login("postgres", Optional.empty(), Optional.empty())),
                Optional.empty());
        Map<String, String> properties = new ServerDatabase(settings, name -> null).properties();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(properties.get("spring.datasource.url"));
        pool.setUsername(properties.get("spring.datasource.username"));
        new Binder(new MapConfigurationPropertySource(properties))
                .bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        return pool;
    }
}
