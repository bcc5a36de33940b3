package org.trainingaudit;

import crash.StillClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What a release leaves behind: the data folder of the small estate after one night, with the database as SQL. {@code
 * UpgradeSample FOLDER} makes the one of this program, {@code V<newest migration>.zip}; do so when a release has new migrations, and keep
 * the older ones. The signing key in it signs nothing else.
 */
final class UpgradeSample {

    private static final String SQL = "database.sql";

    /** Neither the database's own file nor the reports, of which the trail has all. */
    private static final Pattern KEPT = Pattern.compile("trail/|signer/|" + SQL);

    private UpgradeSample() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("upgrade-sample");
        Estate estate = Estate.small(folder);
        Command run = Command.audit(StillClock.class, estate.arguments("run"));
        if (run.code() != 1) {
            throw new IllegalStateException(run.err());
        }
        Path data = estate.path("var");
        String newest;
        try (Connection connection = embedded(data, "");
                Statement statement = connection.createStatement()) {
            statement.execute("script simple nopasswords nosettings to '" + data.resolve(SQL) + "' charset 'UTF-8'");
            newest = newest(statement);
        }
        write(data, Path.of(arguments[0]).resolve("V" + newest + ".zip"));
    }

    static Connection embedded(Path data, String more) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("db/audit").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + more,
                "audit",
                "");
    }

    private static String newest(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select max(cast(\"version\" as integer)) from \"flyway_schema_history\"")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void write(Path data, Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = data.relativize(file).toString();
                if (KEPT.matcher(name).lookingAt()) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }

    /** Lays the sample out as a data folder, with its embedded database. */
    static void unpack(Path zip, Path data) throws IOException, SQLException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        Files.setPosixFilePermissions(data.resolve("signer"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(data.resolve("signer/key"), PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(data.resolve("db"));
        try (Connection connection = embedded(data, "");
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from '" + data.resolve(SQL) + "' charset 'UTF-8'");
        }
        Files.delete(data.resolve(SQL));
    }
}
