package org.trainingaudit.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.operate.ServedAt;
import org.trainingaudit.setup.Places;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the program that serves on this machine, with the account that the environment names. */
final class ServeClient {

    static final String USER = "AUDIT_USER";
    static final String PASSWORD_FILE = "AUDIT_PASSWORD_FILE";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK_BELOW = 300;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final String user;
    private final String authorization;

    private ServeClient(URI base, String user, String password) {
        this.base = base;
        this.user = user;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A caller of what serves these places, where something does and the environment names an account and its password's file. */
    static Optional<ServeClient> find(Places places, Map<String, String> environment) {
        Optional<String> user = Optional.ofNullable(environment.get(USER));
        Optional<String> file = Optional.ofNullable(environment.get(PASSWORD_FILE));
        return ServedAt.find(places)
                .filter(base -> user.isPresent() && file.isPresent())
                .map(base -> new ServeClient(base, user.orElseThrow(), PasswordFile.read(Path.of(file.orElseThrow()))));
    }

    /** The account in whose name it calls. */
    String user() {
        return user;
    }

    /** Whether anybody listens there still; one that was killed leaves its note behind. */
    boolean isThere() {
        try {
            // Open to anybody; a password would only have to be checked.
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() < OK_BELOW;
        } catch (HttpTimeoutException e) {
            // Slow isn't gone.
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body, Optional<String> key) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
        key.ifPresent(text -> request.header("Idempotency-Key", text));
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", authorization);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= OK_BELOW) {
                throw new WrongUse(base + " refused: " + problem(answer));
            }
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new WrongUse("'audit serve' doesn't answer at " + base + "; is it still there?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongUse("interrupted while waiting for " + base);
        }
    }

    private static String problem(HttpResponse<String> answer) {
        JsonNode problem = JSON.readTree(answer.body());
        StringBuilder text =
                new StringBuilder(Printable.text(problem.path("detail").asString("" + answer.statusCode())));
        problem.path("faults").forEach(fault -> text.append('\n').append(Printable.text(fault.asString())));
        return text.toString();
    }
}
