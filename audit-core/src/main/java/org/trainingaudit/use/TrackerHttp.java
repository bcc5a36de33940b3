package org.trainingaudit.use;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * Asks a tracker for JSON. Only hosts on the list are asked, a redirect is never followed, an answer has a largest size and a
 * longest time, and whatever isn't JSON with status 200 is a fault. What was sent to log in never shows.
 */
final class TrackerHttp {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI base;
    private final Duration patience;
    private final Optional<String> login;
    private final HttpClient client;
    private final Faults faults;

    private TrackerHttp(URI base, Duration patience, Optional<String> login, Faults faults) {
        this.base = base;
        this.patience = patience;
        this.login = login;
        this.faults = faults;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** A way to ask it; nothing, and a fault, where its address isn't allowed. */
    static Optional<TrackerHttp> of(Tracker tracker, Set<String> hosts, Secrets secrets, Faults faults) {
        Optional<URI> url = url(tracker.url().value());
        String host =
                url.map(URI::getHost).map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
        if (url.isEmpty()
                || host.isEmpty()
                || url.get().getUserInfo() != null
                || url.get().getQuery() != null) {
            faults.add(
                    tracker.url().at(),
                    "tracker '" + tracker.id()
                            + "': expected an address such as https://mlflow.example.jp, without a name,"
                            + " password or query in it");
            return Optional.empty();
        }
        if (!hosts.contains(host)) {
            faults.add(
                    tracker.url().at(),
                    "tracker '" + tracker.id() + "': host '" + host
                            + "' isn't in 'hosts' of collect.yaml, so it isn't asked");
            return Optional.empty();
        }
        boolean secure = "https".equalsIgnoreCase(url.get().getScheme());
        boolean plain = "http".equalsIgnoreCase(url.get().getScheme());
        if (!secure && !(plain && LOOPBACK.contains(host))) {
            faults.add(
                    tracker.url().at(),
                    "tracker '" + tracker.id() + "': expected https; http is for this machine alone");
            return Optional.empty();
        }
        return Optional.of(new TrackerHttp(url.get(), tracker.patience(), secrets.header(), faults));
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text.replaceFirst("/+$", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Node> get(String path) {
        return ask(path, HttpRequest.newBuilder().GET());
    }

    Optional<Node> post(String path, String json) {
        return ask(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Optional<Node> ask(String path, HttpRequest.Builder request) {
        String shown = base + path.replaceFirst("\\?.*", "");
        login.ifPresent(header -> request.header("Authorization", header));
        request.uri(URI.create(base + path)).timeout(patience).header("Accept", "application/json");
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Optional<byte[]>> body = answer.thenApplyAsync(response -> body(response, shown));
        try {
            return body.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS)
                    .flatMap(bytes -> Utf8.text(bytes).or(() -> refuse(shown, "the answer isn't UTF-8")))
                    .flatMap(text -> JsonNodes.parse(shown, 1, text, faults));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return refuse(shown, "no whole answer within " + 2 * patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return refuse(shown, "no answer (" + cause.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refuse(shown, "asking was interrupted");
        }
    }

    private Optional<byte[]> body(HttpResponse<InputStream> response, String shown) {
        try (InputStream in = response.body()) {
            int status = response.statusCode();
            if (status >= 300 && status < 400) {
                return refuse(
                        shown,
                        "it redirects to '"
                                + response.headers()
                                        .firstValue("Location")
                                        .map(TrackerHttp::host)
                                        .orElse("")
                                + "', which isn't followed; put the right address into collect.yaml");
            }
            if (status != 200) {
                return refuse(shown, "expected status 200, but got " + status);
            }
            String type =
                    response.headers().firstValue("Content-Type").orElse("none").toLowerCase(Locale.ROOT);
            if (!type.contains("json")) {
                return refuse(
                        shown,
                        "expected JSON, but got content of type '" + type.replaceAll("[^a-z0-9/+.;= -]", "") + "'");
            }
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? refuse(shown, "the answer has more than " + LARGEST + " bytes")
                    : Optional.of(bytes);
        } catch (IOException e) {
            return refuse(shown, "the answer breaks off (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static String host(String location) {
        return url(location).map(URI::getHost).orElse("another path");
    }

    private synchronized <T> Optional<T> refuse(String shown, String why) {
        faults.add(Location.of(shown), why + "; its uses are not complete");
        return Optional.empty();
    }
}
