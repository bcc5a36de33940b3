package org.trainingaudit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

class AccessSettingsTest {

    private static AccessSettings read(String block, Faults faults) {
        return Settings.load(
                        ConfigFiles.of(ConfigFile.of("application.yaml", "audit:\n  access: {" + block + "}\n")),
                        faults)
                .access();
    }

    @Test
    void hasPasswordsAloneUnlessTheFileNamesAProvider() {
        assertThat(read("", new Faults()).oidc()).isEmpty();
    }

    @Test
    void takesEachProperty() {
        Faults faults = new Faults();

        AccessSettings settings = read(
                "oidc: {issuer: 'https://id.example.jp', client-id: a, client-secret-env: S, name-claim: n,"
                        + " role-claim: r, roles: {x: auditor}, unit-claim: u}",
                faults);

        assertThat(faults.text()).isEmpty();
        assertThat(settings.oidc())
                .contains(new AccessSettings.Oidc(
                        URI.create("https://id.example.jp"),
                        "a",
                        new SecretPlace(Optional.of("S"), Optional.empty()),
                        "n",
                        "r",
                        Map.of("x", "auditor"),
                        Optional.of("u")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "http://id.example.jp | client-secret-env: S | {x: auditor} | expected https",
                "https://u:s3cret@id.example.jp | client-secret-env: S | {x: auditor} | expected an address such as",
                "a b | client-secret-env: S | {x: auditor} | is no address",
                "https://id.example.jp | name-claim: n | {x: auditor} | needs either client-secret-env",
                "https://id.example.jp | client-secret-env: S | {} | nobody could sign in",
                "https://id.example.jp | client-secret-env: S | {x: root} | role 'root' isn't one of administrator"
            })
    void tellsWhatIsWrongAndShowsNoSecret(String issuer, String secret, String roles, String fault) {
        Faults faults = new Faults();

        read(
                "oidc: {issuer: '" + issuer + "', client-id: a, " + secret + ", role-claim: r, roles: " + roles + "}",
                faults);

        assertThat(faults.text()).contains("audit.access: ").contains(fault).doesNotContain("s3cret");
    }
}
