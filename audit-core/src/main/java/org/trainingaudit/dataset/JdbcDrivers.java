package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The drivers that came with the program, and those that an operator has put into the folder {@code drivers} beside it, whose
 * licences don't let us ship them. The folder's place isn't configurable: what can be put there could as well replace the
 * program.
 */
final class JdbcDrivers {

    private static final String FOLDER = "drivers";

    /** By the jars; made once, since drivers keep threads and classes for as long as the program runs. */
    private static final Map<List<Path>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private JdbcDrivers() {}

    static Connection connect(JdbcAddress address, String user, String password, int timeoutSeconds)
            throws SQLException {
        Properties properties = address.properties(timeoutSeconds);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        Connection connection = driver(address.url()).connect(address.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver doesn't take its own URL", "08001");
        }
        return connection;
    }

    private static Driver driver(String url) throws SQLException {
        for (Driver driver : (Iterable<Driver>) DriverManager.drivers()::iterator) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        for (Driver driver : ServiceLoader.load(Driver.class, added(home()))) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new RefusedException(Refusal.refused("no driver for this kind of database; put its jar (MySQL:"
                + " mysql-connector-j, MariaDB: mariadb-java-client) into the folder '" + FOLDER
                + "' beside the program"));
    }

    private static Path home() {
        return Path.of(Optional.ofNullable(System.getProperty("audit.home")).orElse("."));
    }

    /** What loads the drivers in the folder of that home; the same for the same jars. */
    static ClassLoader added(Path home) {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return JdbcDrivers.class.getClassLoader();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            return LOADERS.computeIfAbsent(jars, JdbcDrivers::loader);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder '" + FOLDER + "' can't be listed", e);
        }
    }

    private static ClassLoader loader(List<Path> jars) {
        return new URLClassLoader(
                jars.stream().map(JdbcDrivers::url).toArray(URL[]::new), JdbcDrivers.class.getClassLoader());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file without URL: " + jar, e);
        }
    }
}
