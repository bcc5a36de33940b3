package org.trainingaudit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

class NoticeSettingsTest {

    private static final String MAIL = "host: smtp.example.jp, from: audit@example.jp, to: [dpo@example.jp]";

    private static NoticeSettings read(String block, Faults faults) {
        return Settings.load(
                        ConfigFiles.of(ConfigFile.of("application.yaml", "audit:\n  notice: {" + block + "}\n")),
                        faults)
                .notice();
    }

    @Test
    void tellsNobodyUnlessTheFileNamesAWay() {
        Faults faults = new Faults();

        assertThat(read("", faults)).isEqualTo(NoticeSettings.none());
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void takesEachProperty() {
        Faults faults = new Faults();

        NoticeSettings settings = read(
                "languages: [ja, en], mail: {" + MAIL + ", port: 465, security: tls, user: audit, password-env: P},"
                        + " webhooks: [{id: chat, url: 'https://Hooks.example.jp/x', secret-file: /etc/s, tells: [run-failed]}]",
                faults);

        assertThat(faults.text()).isEmpty();
        assertThat(settings.languages()).containsExactly("ja", "en");
        assertThat(settings.mail())
                .contains(new NoticeSettings.Mail(
                        "smtp.example.jp",
                        465,
                        "tls",
                        "audit@example.jp",
                        List.of("dpo@example.jp"),
                        Optional.of("audit"),
                        new SecretPlace(Optional.of("P"), Optional.empty())));
        assertThat(settings.webhooks())
                .containsExactly(new NoticeSettings.Webhook(
                        "chat",
                        URI.create("https://Hooks.example.jp/x"),
                        new SecretPlace(Optional.empty(), Optional.of(Path.of("/etc/s"))),
                        Set.of(NoticeKind.RUN_FAILED)));
        assertThat(settings.notAllowed(Set.of("hooks.example.jp"))).isEmpty();
        assertThat(settings.notAllowed(Set.of()))
                .singleElement()
                .asString()
                .contains("host 'hooks.example.jp' isn't in 'hosts' of collect.yaml");
    }

    @Test
    void demandsEncryptionAndTellsOfEverythingUnlessToldOtherwise() {
        NoticeSettings settings = read(
                "mail: {" + MAIL + "}, webhooks: [{id: a, url: 'https://x.example', secret-env: S}]", new Faults());

        assertThat(settings.mail().orElseThrow().security()).isEqualTo("starttls");
        assertThat(settings.mail().orElseThrow().port()).isEqualTo(587);
        assertThat(settings.webhooks().get(0).kinds()).containsExactlyInAnyOrder(NoticeKind.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "languages: [fr] | language 'fr' isn't one of en, ja",
                "languages: [] | 'languages' is empty",
                "mail: {host: smtp.example.jp, from: a@b.jp, to: []} | 'to' names nobody",
                "mail: {host: 'a b', from: a@b.jp, to: [a@b.jp]} | is no name of a machine",
                "mail: {host: x, port: 0, from: a@b.jp, to: [a@b.jp]} | port 0",
                "mail: {host: x, security: none, from: a@b.jp, to: [a@b.jp]} | take starttls or tls",
                "mail: {host: x, security: ssl3, from: a@b.jp, to: [a@b.jp]} | isn't one of starttls, tls, none",
                "mail: {host: x, from: \"a@b.jp\\nBcc: c@d.jp\", to: [a@b.jp]} | expected an address such as",
                "mail: {host: x, from: a@b.jp, to: [a@b.jp], user: u} | needs either password-env or password-file",
                "webhooks: [{id: A B, url: 'https://x.jp', secret-env: S}] | expected an id of a-z",
                "webhooks: [{id: a, url: 'http://x.jp', secret-env: S}] | expected https",
                "webhooks: [{id: a, url: 'https://u:s3cret@x.jp', secret-env: S}] | without name or password",
                "webhooks: [{id: a, url: 'https://x.jp'}] | needs either secret-env or secret-file",
                "webhooks: [{id: a, url: 's3cret x', secret-env: S}] | its url is no address",
                "webhooks: [{id: a, url: 'https://x.jp', secret-env: S, tells: [all]}] | can't be told of 'all'",
                "webhooks: [{id: a, url: 'https://x.jp', secret-env: S}, {id: a, url: 'https://x.jp', secret-env: S}] | named twice"
            })
    void tellsWhatIsWrongAndShowsNoSecret(String block, String fault) {
        Faults faults = new Faults();

        read(block, faults);

        assertThat(faults.text()).contains("audit.notice: ").contains(fault).doesNotContain("s3cret");
    }

    @Test
    void takesASecretFromWhereItStands(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\nmore\n");
        Map<String, String> none = Map.of();

        assertThat(new SecretPlace(Optional.of("S"), Optional.empty()).read(Map.of("S", "e")::get))
                .isEqualTo("e");
        assertThat(new SecretPlace(Optional.empty(), Optional.of(file)).read(none::get))
                .isEqualTo("s3cret");
        assertThatThrownBy(() -> new SecretPlace(Optional.of("S"), Optional.empty()).read(none::get))
                .hasMessageContaining("'S' isn't set");
        assertThatThrownBy(() -> new SecretPlace(Optional.empty(), Optional.of(folder)).read(none::get))
                .hasMessageContaining("has no secret");
    }
}
