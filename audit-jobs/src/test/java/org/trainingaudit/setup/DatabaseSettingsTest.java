package org.trainingaudit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.DatabaseSettings.Login;

class DatabaseSettingsTest {

    private static DatabaseSettings read(String block, Faults faults) {
        return Settings.load(
                        ConfigFiles.of(ConfigFile.of("application.yaml", "audit:\n  database: {" + block + "}\n")),
                        faults)
                .database();
    }

    @Test
    void isEmbeddedUnlessTheFileNamesAServer() {
        Faults faults = new Faults();

        assertThat(read("", faults))
                .isEqualTo(new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void takesEachProperty() {
        Faults faults = new Faults();

        DatabaseSettings settings = read(
                "url: 'jdbc:postgresql://db.example:5432/audit?sslmode=verify-full', user: app, password-env: A,"
                        + " owner-user: owner, owner-password-file: /etc/o",
                faults);

        assertThat(faults.text()).isEmpty();
        assertThat(settings.url()).contains("jdbc:postgresql://db.example:5432/audit?sslmode=verify-full");
        assertThat(settings.application()).contains(new Login("app", Optional.of("A"), Optional.empty()));
        assertThat(settings.owner()).contains(new Login("owner", Optional.empty(), Optional.of(Path.of("/etc/o"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "url: 'jdbc:postgresql://db/audit' | 'user' is missing",
                "user: app | a user without a url",
                "url: 'jdbc:postgresql://db/audit', user: 'a\"b' | expected a role of letters",
                "url: 'jdbc:postgresql://db/audit', user: a, owner-user: a | are one role",
                "url: 'jdbc:h2:file:x', user: a | expected jdbc:postgresql://host:port/database",
                "url: 'jdbc:postgresql://db/audit?user=x&password=s3cret', user: a | parameter 'user' isn't allowed",
                "url: 'jdbc:postgresql://db/audit?socketFactory=x.Y&socketFactoryArg=z', user: a | 'socketFactory' isn't"
            })
    void tellsWhatIsWrongAndShowsNoSecret(String block, String fault) {
        Faults faults = new Faults();

        read(block, faults);

        assertThat(faults.text()).contains("audit.database: ").contains(fault).doesNotContain("s3cret");
    }

    @Test
    void takesThePasswordFromWhereItStands(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\nmore\n");
        Map<String, String> environment = Map.of("DB", "from-env");

        assertThat(new Login("a", Optional.of("DB"), Optional.empty()).password(environment::get))
                .isEqualTo("from-env");
        assertThat(new Login("a", Optional.empty(), Optional.of(file)).password(environment::get))
                .isEqualTo("s3cret");
        assertThat(new Login("a", Optional.empty(), Optional.empty()).password(environment::get))
                .isEmpty();
        assertThat(new Login("a", Optional.empty(), Optional.of(file))).hasToString("a");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhereAPasswordIsMissing(boolean env, @TempDir Path folder) {
        Login login = env
                ? new Login("a", Optional.of("DB"), Optional.empty())
                : new Login("a", Optional.empty(), Optional.of(folder.resolve("none")));

        assertThatThrownBy(() -> login.password(Map.<String, String>of()::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(env ? "'DB'" : "none'")
                .hasMessageContaining("database role 'a'");
    }
}
