package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.trail.TrailReader;
import serving.Clocked;
import tools.jackson.databind.JsonNode;

/** Every role against every address that the program answers, by the table {@code access/roles.txt}. */
class RolesTest {

    private static final List<String> ACCOUNTS = List.of("auditor-1", "operator-1", "dpo-1", "admin", "spark-1");
    private static final String NOBODY = "";
    private static final List<Line> TABLE = table();

    @TempDir
    static Path folder;

    private static Estate estate;
    private static Served served;

    /** What the table says of an address. */
    private record Line(String method, String pattern, List<Boolean> open) {

        boolean lets(String account) {
            return open.get(account.equals(NOBODY) ? ACCOUNTS.size() : ACCOUNTS.indexOf(account));
        }

        String path() {
            return pattern.replace("{kind:manual|trial}", "manual")
                    .replaceAll("\\{act:(\\w+)\\|.*\\}$", "$1")
                    .replace("{kind}", "manual")
                    .replace("{date}", "2026-11-21")
                    .replaceAll("\\{number.*?\\}\\}", "1")
                    .replace("**", "liveness")
                    .replaceAll("\\{[^}]*\\}", "x");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private static List<Line> table() {
        try (InputStream text = RolesTest.class.getResourceAsStream("/access/roles.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\s+", -1))
                    .map(parts -> new Line(
                            parts[0],
                            parts[1],
                            Stream.of(parts).skip(2).map("+"::equals).toList()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void serve() {
        Clocked.set("2026-11-21T03:00:00Z");
        estate = Estate.small(folder);
        served = Served.of(estate);
        served.context.get(TrailCare.class).heartbeat();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void knowsEveryAddressAndNoOther() {
        Set<String> there = new TreeSet<>();
        served.context.get(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingInfoHandlerMapping.class::isInstance)
                .flatMap(
                        mappings -> ((RequestMappingInfoHandlerMapping) mappings).getHandlerMethods().keySet().stream())
                .forEach(mapping -> names(mapping).forEach(there::add));
        Set<String> told = new TreeSet<>(TABLE.stream().map(Line::toString).toList());
        assertThat(there.stream().filter(address -> !told.contains(address)))
                .as("addresses of which access/roles.txt doesn't say who may call them")
                .isEmpty();
        assertThat(told.stream().filter(address -> !there.contains(address)))
                .as("addresses in access/roles.txt that aren't there")
                .isEmpty();
        assertThat(TABLE).allMatch(line -> line.open.size() == ACCOUNTS.size() + 1);
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("GET " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    @Test
    void letsEachRoleInWhereTheTableSaysAndRecordsEachRefusal() {
        Map<String, Served.Person> people = new HashMap<>();
        Map<String, String> tokens = new HashMap<>();
        people.put(NOBODY, served.person());
        tokens.put(NOBODY, people.get(NOBODY).token("/sign-in"));
        for (String account : ACCOUNTS) {
            people.put(account, served.person(account));
            tokens.put(account, people.get(account).token(account.equals("spark-1") ? "/sign-in" : "/runs"));
        }
        List<String> wrong = new ArrayList<>();
        Set<String> refused = new TreeSet<>();
        people.forEach((account, person) -> {
            for (Line line : TABLE) {
                int status = call(line, account, person, tokens.get(account));
                if (isIn(status) != line.lets(account)) {
                    wrong.add(line + " as '" + account + "' was answered " + status);
                }
                // What no role may call isn't served; nobody is refused it for what they are.
                if (line.open.contains(true) && !line.lets(account) && !account.equals(NOBODY)) {
                    refused.add(account + " " + line.method + " " + line.path());
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeGreaterThan(50);
        Set<String> recorded = recorded();
        assertThat(refused.stream().filter(call -> !recorded.contains(call)))
                .as("refusals that aren't in the trail")
                .isEmpty();
    }

    /** Neither sent to sign in nor refused; whether the call made sense is another matter, and none here does. */
    private static boolean isIn(int status) {
        return status != 401 && status != 403;
    }

    private static int call(Line line, String account, Served.Person person, String token) {
        if (line.pattern.startsWith("/api/") || line.pattern.startsWith("/actuator/")) {
            String body = line.method.equals("GET") ? "" : "{";
            return account.equals(NOBODY)
                    ? person.get(line.path()).statusCode()
                    : served.call(account, line.method, line.path(), body).statusCode();
        }
        HttpResponse<String> answer =
                line.method.equals("GET") ? person.get(line.path()) : person.post(line.path(), "", token);
        boolean toTheDoor = answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
        return toTheDoor ? 401 : answer.statusCode();
    }

    private static Set<String> recorded() {
        served.context.get(AccessTrail.class).flush();
        served.context.get(TrailCare.class).publish();
        TrailReader reader = TrailReader.of(estate.path("var/trail"));
        Set<String> recorded = new TreeSet<>();
        reader.entries(0, reader.checkpoint().checkpoint().size()).stream()
                .filter(entry -> entry.kind().equals("access"))
                .map(entry -> entry.body())
                .filter(body -> body.path("outcome").asString().equals("refused"))
                .forEach(body ->
                        recorded.add(text(body, "actor") + " " + text(body, "action") + " " + text(body, "target")));
        return recorded;
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asString();
    }
}
