package org.trainingaudit.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The block {@code audit.notice} as written. */
record NoticeBlock(Optional<List<String>> languages, Optional<MailBlock> mail, Optional<List<WebhookBlock>> webhooks) {

    private static final int SUBMISSION = 587;

    record MailBlock(
            String host,
            Optional<Integer> port,
            Optional<String> security,
            String from,
            List<String> to,
            Optional<String> user,
            Optional<String> passwordEnv,
            Optional<Path> passwordFile) {

        NoticeSettings.Mail settings() {
            return new NoticeSettings.Mail(
                    host,
                    port.orElse(SUBMISSION),
                    security.orElse("starttls"),
                    from,
                    to,
                    user,
                    new SecretPlace(passwordEnv, passwordFile));
        }
    }

    record WebhookBlock(
            String id,
            String url,
            Optional<String> secretEnv,
            Optional<Path> secretFile,
            Optional<List<String>> tells) {

        NoticeSettings.Webhook settings() {
            Set<NoticeKind> kinds =
                    tells.orElse(NoticeKind.words()).stream().map(this::kind).collect(Collectors.toUnmodifiableSet());
            return new NoticeSettings.Webhook(id, uri(), new SecretPlace(secretEnv, secretFile), kinds);
        }

        private NoticeKind kind(String word) {
            return NoticeKind.of(word)
                    .orElseThrow(
                            () -> new IllegalArgumentException("audit.notice: webhook '" + id + "' can't be told of '"
                                    + word + "'; expected some of " + String.join(", ", NoticeKind.words())));
        }

        /** Without the text itself, which may hold a key. */
        private URI uri() {
            try {
                return URI.create(url);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("audit.notice: webhook '" + id + "': its url is no address", e);
            }
        }
    }

    NoticeSettings settings() {
        return new NoticeSettings(
                languages.orElse(NoticeSettings.none().languages()),
                mail.map(MailBlock::settings),
                webhooks.orElse(List.of()).stream().map(WebhookBlock::settings).toList());
    }
}
