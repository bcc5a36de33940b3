package org.trainingaudit.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.setup.NoticeKind;
import org.trainingaudit.setup.NoticeSettings.Webhook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * By a call that the receiver can check: {@code Audit-Signature} is {@code sha256=} and the HMAC-SHA-256 in hex, under the
 * secret, over the value of {@code Audit-Timestamp} (seconds since 1970), a dot, and the body as it came. Redirects aren't
 * followed and answers aren't read.
 */
final class WebhookWay implements Way {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_OK = 300;
    private static final int SHORTEST_SECRET = 16;

    private final Webhook settings;
    private final Texts texts;
    private final Clock clock;
    private final UnaryOperator<@Nullable String> environment;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    WebhookWay(Webhook settings, Texts texts, Clock clock, UnaryOperator<@Nullable String> environment) {
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public String id() {
        return "webhook:" + settings.id();
    }

    @Override
    public boolean tells(NoticeKind kind) {
        return settings.kinds().contains(kind);
    }

    @Override
    public void send(Message message) {
        byte[] body = body(message).toString().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Audit-Id", message.id())
                .header("Audit-Timestamp", timestamp)
                .header("Audit-Signature", "sha256=" + signature(secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = status(request);
        if (status < OK || status >= NOT_OK) {
            throw new NotDelivered("it answered with status " + status);
        }
    }

    private int status(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new NotDelivered("no answer (" + e.getClass().getSimpleName() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("interrupted", e);
        }
    }

    private ObjectNode body(Message message) {
        Notice notice = message.notice();
        ObjectNode body = JSON.createObjectNode()
                .put("id", message.id())
                .put("kind", notice.kind().word())
                .put("at", message.created().toString());
        ObjectNode details = body.putObject("details");
        notice.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(detail -> details.put(detail.getKey(), detail.getValue()));
        ObjectNode text = body.putObject("text");
        texts.each(notice).forEach(text::put);
        return body;
    }

    private String secret() {
        try {
            String secret = settings.secret().read(environment);
            if (secret.length() < SHORTEST_SECRET) {
                throw new NotDelivered("its secret has fewer than " + SHORTEST_SECRET + " characters");
            }
            return secret;
        } catch (IllegalStateException e) {
            throw new NotDelivered("its secret can't be read: " + e.getMessage(), e);
        }
    }

    private static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
