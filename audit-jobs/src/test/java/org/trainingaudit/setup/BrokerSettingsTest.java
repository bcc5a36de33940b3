package org.trainingaudit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.BrokerSettings.Server;

class BrokerSettingsTest {

    private static BrokerSettings read(String block, Faults faults) {
        return Settings.load(
                        ConfigFiles.of(ConfigFile.of("application.yaml", "audit:\n  broker: {" + block + "}\n")),
                        faults)
                .broker();
    }

    @Test
    void isTheManagersOwnOnThisMachineUnlessTheFileNamesOne() {
        Faults faults = new Faults();
        BrokerSettings settings = read("", faults);
        assertThat(faults.text()).isEmpty();
        assertThat(settings.server()).isEqualTo(new Server("127.0.0.1", 61616, false));
        assertThat(settings.shares()).isEqualTo(16);
        assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.patience()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.keyFile()).isEmpty();
    }

    @Test
    void takesEachProperty() {
        Faults faults = new Faults();
        BrokerSettings settings = read(
                "url: 'ssl://b.example:61617', user: audit, password-env: P, key-file: /k, trust: /ca, shares: 8,"
                        + " silence-seconds: 5, patience-seconds: 60, unencrypted: true, address: 127.0.0.2, port: 5,"
                        + " certificate: /c",
                faults);
        assertThat(faults.text()).isEmpty();
        assertThat(settings)
                .isEqualTo(new BrokerSettings(
                        Optional.of("ssl://b.example:61617"),
                        "127.0.0.2",
                        5,
                        Optional.of("audit"),
                        new SecretPlace(Optional.of("P"), Optional.empty()),
                        Optional.of(Path.of("/k")),
                        Optional.of(Path.of("/c")),
                        Optional.of(Path.of("/ca")),
                        true,
                        8,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60)));
        assertThat(settings.server()).isEqualTo(new Server("b.example", 61617, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "url: 'ssl://b:1' | there is no default account",
                "url: 'ssl://b:1', user: u | there is no default account",
                "url: 'tcp://b:1', user: u, password-env: P | isn't encrypted",
                "url: 'tcp://127.example.com:1', user: u, password-env: P | isn't encrypted",
                "url: 'vm://0', user: u, password-env: P | expected ssl://host:port",
                "url: 'ssl://u:secret@b:1', user: u, password-env: P | expected ssl://host:port",
                "url: 'ssl://b:1?trustAll=true', user: u, password-env: P | expected ssl://host:port",
                "address: 0.0.0.0 | is reached from other machines",
                "silence-seconds: 60, patience-seconds: 60 | at least twice as long",
                "keyfile: /k | keyfile"
            })
    void refusesWhatIsUnsafe(String block, String said) {
        Faults faults = new Faults();
        read(block, faults);
        assertThat(faults.text()).contains(said.strip()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address: 0.0.0.0, certificate: /c",
                "address: 0.0.0.0, unencrypted: true",
                "url: 'tcp://127.0.0.1:1', user: u, password-env: P",
                "url: 'tcp://b:1', user: u, password-file: /p, unencrypted: true"
            })
    void takesWhatIsSaidToBeSafe(String block) {
        Faults faults = new Faults();
        read(block, faults);
        assertThat(faults.text()).isEmpty();
    }
}
