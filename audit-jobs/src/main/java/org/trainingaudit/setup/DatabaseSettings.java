package org.trainingaudit.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code audit.database}. Without a {@code url} the database is an embedded one under the data folder.
 *
 * @param url where the PostgreSQL database is
 * @param application who works with it; may insert into the trail and change nothing in it, where there is an owner
 * @param owner who owns its tables and brings them up to date; the application itself where nobody is named
 */
public record DatabaseSettings(Optional<String> url, Optional<Login> application, Optional<Login> owner) {

    /** Nothing that makes a driver load a class, run a script or read a file other than a certificate. */
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(?:[A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+])"
                    + "(?::\\d{1,5})?/[A-Za-z0-9_.-]+(?:\\?(?<parameters>[A-Za-z0-9_.=&/:-]*))?");

    private static final List<String> PARAMETERS = List.of("sslmode", "sslrootcert", "ssl");
    private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    /**
     * A role of the database, and where its password stands; never the password itself.
     *
     * @param user the role's name
     * @param passwordEnv the environment variable that has the password
     * @param passwordFile the file whose first line it is
     */
    public record Login(String user, Optional<String> passwordEnv, Optional<Path> passwordFile) {

        /**
         * The password; empty where the settings name no place for one.
         *
         * @throws IllegalStateException where the place that they name has none
         */
        public String password(UnaryOperator<@Nullable String> environment) {
            if (passwordEnv.isPresent()) {
                return Optional.ofNullable(environment.apply(passwordEnv.get()))
                        .orElseThrow(() -> new IllegalStateException("the environment variable '" + passwordEnv.get()
                                + "' with the password of database role '" + user + "' isn't set; set it"));
            }
            return passwordFile.map(this::firstLine).orElse("");
        }

        private String firstLine(Path file) {
            try {
                return Files.readString(file).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw new IllegalStateException(
                        "the file '" + file + "' with the password of database role '" + user + "' can't be read", e);
            }
        }

        @Override
        public String toString() {
            return user;
        }
    }

    /** What it must be. */
    public DatabaseSettings {
        BlockFaults faults = new BlockFaults();
        url.flatMap(DatabaseSettings::fault).ifPresent(faults::add);
        if (url.isPresent() && application.isEmpty()) {
            faults.add("'user' is missing; name the role with which to work");
        }
        if (url.isEmpty() && (application.isPresent() || owner.isPresent())) {
            faults.add("a user without a url; name the database, or take the user out");
        }
        application.ifPresent(login -> role(login, faults));
        owner.ifPresent(login -> role(login, faults));
        if (owner.isPresent()
                && application
                        .filter(login -> login.user().equals(owner.get().user()))
                        .isPresent()) {
            faults.add(
                    "user and owner-user are one role; take the second out, or give the tables to a role of their own");
        }
        faults.throwIfAny("audit.database");
    }

    /** The same for a process that leaves the tables as they are, and so has no use for their owner. */
    DatabaseSettings withoutOwner() {
        return new DatabaseSettings(url, application, Optional.empty());
    }

    private static void role(Login login, BlockFaults faults) {
        if (!ROLE.matcher(login.user()).matches()) {
            faults.add("expected a role of letters, digits and _, but found '" + login.user() + "'");
        }
    }

    /** The url itself isn't told, since it may hold a password. */
    private static Optional<String> fault(String written) {
        Matcher matcher = URL.matcher(written);
        if (!matcher.matches()) {
            return Optional.of("url: expected jdbc:postgresql://host:port/database, without user and password");
        }
        String parameters = Optional.ofNullable(matcher.group("parameters")).orElse("");
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split("&", -1)) {
            String name = parameter.replaceFirst("=.*$", "");
            if (!PARAMETERS.contains(name)) {
                return Optional.of("url: parameter '" + name + "' isn't allowed; allowed are " + PARAMETERS);
            }
        }
        return Optional.empty();
    }
}
