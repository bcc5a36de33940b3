package org.trainingaudit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.Role;
import org.trainingaudit.api.ApiFace;
import org.trainingaudit.config.Faults;
import org.trainingaudit.console.ConsoleFace;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.LogFormat;
import org.trainingaudit.operate.Serving;
import org.trainingaudit.schedule.ScheduleFace;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import serving.Clocked;

/** {@code audit serve} on a free port of this machine, with an account of each role, and callers for it. */
final class Served implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final Map<String, Role> ACCOUNTS = Map.of(
            "admin", Role.ADMINISTRATOR,
            "operator-1", Role.OPERATOR,
            "auditor-1", Role.AUDITOR,
            "dpo-1", Role.DATA_PROTECTION_OFFICER,
            "dpo-2", Role.DATA_PROTECTION_OFFICER,
            "spark-1", Role.COLLECTOR);

    final AuditContext context;
    final URI base;

    private Served(AuditContext context, Configuration configuration) {
        this.context = context;
        this.base = URI.create(context.address(configuration.settings().api()));
    }

    static Served of(Estate estate) {
        return of(estate, LogFormat.TEXT);
    }

    static Served of(Estate estate, LogFormat log) {
        Places places = new Places(estate.path("config"), estate.path("var"));
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(places, faults);
        faults.throwIfAny();
        AuditContext context = AuditContext.serve(
                Clocked.class,
                places,
                configuration,
                Serving.with(List.of(ApiFace.class, ConsoleFace.class, ScheduleFace.class), 0, log, Served::fill));
        return new Served(context, configuration);
    }

    private static void fill(Accounts accounts) {
        ACCOUNTS.forEach((name, role) -> {
            if (accounts.find(name).isEmpty()) {
                accounts.add(name, role, "", PASSWORD);
            }
        });
    }

    /** A call of the API. */
    HttpResponse<String> call(String account, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", basic(account, PASSWORD))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(HttpClient.newHttpClient(), request.build());
    }

    HttpResponse<String> get(String account, String path, String... headers) {
        return call(account, "GET", path, "", headers);
    }

    static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A page without its forms' tokens, which are chance and now and then spell a word. */
    static String withoutTokens(HttpResponse<String> page) {
        return Person.TOKEN.matcher(page.body()).replaceAll("");
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody with a browser, not signed in yet. */
    Person person() {
        return new Person();
    }

    /** Somebody who has signed in. */
    Person person(String account) {
        Person person = new Person();
        HttpResponse<String> answer = person.signIn(account, PASSWORD);
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("sign-in")) {
            throw new AssertionError("could not sign in: " + answer.statusCode() + answer.headers());
        }
        return person;
    }

    /** Keeps cookies, follows nothing, and sends forms as a page has them. */
    final class Person {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return send(client, request.build());
        }

        /** Any address, with the cookies of its machine. */
        HttpResponse<String> visit(URI address) {
            return send(client, HttpRequest.newBuilder(address).build());
        }

        HttpResponse<String> signIn(String account, String password) {
            return post("/sign-in", "username=" + account + "&password=" + password, token("/sign-in"));
        }

        /** The token in a page's first form. */
        String token(String page) {
            Matcher token = TOKEN.matcher(get(page).body());
            return token.find() ? token.group(1) : "";
        }

        HttpResponse<String> post(String path, String fields, String token) {
            String body = token.isEmpty() ? fields : fields + "&_csrf=" + token;
            return send(
                    client,
                    HttpRequest.newBuilder(base.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
