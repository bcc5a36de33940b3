package org.trainingaudit.dataset;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is. Only what is spelled out here reaches a driver: drivers can be told by their URL to load classes, to
 * run scripts and to read files.
 *
 * @param kind whose driver
 * @param host as the list of allowed hosts has it; {@code h2-file} for a file of this machine
 * @param url what the driver gets
 */
record JdbcAddress(Kind kind, String host, String url) {

    private static final String HOST = "(?<host>[A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+])(?::\\d{1,5})?";
    private static final String PARAMETERS = "(?:\\?(?<parameters>[A-Za-z0-9_.=&/:-]*))?";
    private static final String EXPECTED =
            "expected jdbc:postgresql://host:port/database, jdbc:mysql://host:port/database,"
                    + " jdbc:mariadb://host:port/database, jdbc:h2:tcp://host:port/path or jdbc:h2:file:path, without user and password";

    /** The databases that are known, and which parameters of a URL do no more than say how to connect. */
    enum Kind {
        POSTGRESQL("jdbc:postgresql://" + HOST + "/[A-Za-z0-9_.-]+" + PARAMETERS, "sslmode", "sslrootcert", "ssl"),
        MYSQL(
                "jdbc:mysql://" + HOST + "/[A-Za-z0-9_.$-]+" + PARAMETERS,
                "sslMode",
                "serverTimezone",
                "connectionTimeZone"),
        MARIADB("jdbc:mariadb://" + HOST + "/[A-Za-z0-9_.$-]+" + PARAMETERS, "sslMode", "serverSslCert", "timezone"),
        H2_SERVER("jdbc:h2:(?:tcp|ssl)://" + HOST + "/[A-Za-z0-9_./~-]+"),
        H2_FILE("jdbc:h2:file:[A-Za-z0-9_./~-]+"),
        H2_MEMORY("jdbc:h2:mem:[A-Za-z0-9_-]+");

        private final Pattern form;
        /** Names with a blank between. */
        private final String parameters;

        Kind(String form, String... parameters) {
            this.form = Pattern.compile(form);
            this.parameters = String.join(" ", parameters);
        }

        private Set<String> parameters() {
            return parameters.isEmpty() ? Set.of() : Set.of(parameters.split(" ", -1));
        }
    }

    /** What is wrong with a URL as an operator wrote it; the URL itself isn't told, since it may hold a password. */
    static Optional<String> fault(String written) {
        Optional<Kind> kind = kind(written);
        if (kind.isEmpty()) {
            return Optional.of(EXPECTED);
        }
        return parameters(kind.get(), written).stream()
                .filter(name -> !kind.get().parameters().contains(name))
                .sorted()
                .findFirst()
                .map(name -> "the URL's parameter '" + name + "' isn't allowed; allowed are "
                        + kind.get().parameters().stream().sorted().toList());
    }

    private static Optional<Kind> kind(String written) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.form.matcher(written).matches())
                .findFirst();
    }

    private static Set<String> parameters(Kind kind, String written) {
        String parameters = kind.parameters().isEmpty()
                ? ""
                : Optional.ofNullable(group(kind, written, "parameters")).orElse("");
        return parameters.isEmpty()
                ? Set.of()
                : Arrays.stream(parameters.split("&", -1))
                        .map(parameter -> parameter.replaceFirst("=.*$", ""))
                        .collect(Collectors.toSet());
    }

    private static @Nullable String group(Kind kind, String written, String name) {
        Matcher matcher = kind.form.matcher(written);
        return matcher.matches() ? matcher.group(name) : null;
    }

    /** The address of a URL without fault. */
    static JdbcAddress of(String written) {
        Kind kind = kind(written).orElseThrow(() -> new IllegalArgumentException("a URL with a fault"));
        return switch (kind) {
            case H2_FILE -> new JdbcAddress(kind, "h2-file", written + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
            case H2_MEMORY -> new JdbcAddress(kind, "h2-mem", written + ";IFEXISTS=TRUE");
            case H2_SERVER -> new JdbcAddress(kind, host(kind, written), written + ";IFEXISTS=TRUE");
            case POSTGRESQL, MYSQL, MARIADB -> new JdbcAddress(kind, host(kind, written), written);
        };
    }

    private static String host(Kind kind, String written) {
        return Optional.ofNullable(group(kind, written, "host")).orElse("");
    }

    /** Whether its rows behind a key of several columns are asked for column by column. */
    boolean comparesStepwise() {
        return kind == Kind.MYSQL || kind == Kind.MARIADB;
    }

    /** What the driver is told beside user and password: time limits, no local files, memory that is bounded. */
    Properties properties(int timeoutSeconds) {
        Properties properties = new Properties();
        String millis = Long.toString(timeoutSeconds * 1000L);
        properties.putAll(
                switch (kind) {
                    case POSTGRESQL ->
                        Map.of(
                                "connectTimeout", "10",
                                "socketTimeout", Integer.toString(timeoutSeconds),
                                "readOnly", "true",
                                "ApplicationName", "training-audit",
                                "maxResultBuffer", "64M",
                                "adaptiveFetch", "true",
                                "adaptiveFetchMinimum", "1",
                                "adaptiveFetchMaximum", "5000");
                    case MYSQL ->
                        Map.of(
                                "connectTimeout", "10000",
                                "socketTimeout", millis,
                                "allowLoadLocalInfile", "false",
                                "allowUrlInLocalInfile", "false",
                                "useCursorFetch", "true",
                                "zeroDateTimeBehavior", "EXCEPTION");
                    case MARIADB ->
                        Map.of("connectTimeout", "10000", "socketTimeout", millis, "allowLocalInfile", "false");
                    case H2_SERVER, H2_FILE, H2_MEMORY -> Map.of();
                });
        return properties;
    }
}
