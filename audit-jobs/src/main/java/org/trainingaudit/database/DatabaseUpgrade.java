package org.trainingaudit.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;

/**
 * Brings an embedded database that is in use up to date whole or not at all. H2 commits each statement that changes a table,
 * so a copy is put aside first. A note beside it says that the upgrade is under way; a start that finds the note puts the
 * copy back, which loses nothing, since the note goes before anything else is written, and upgrades anew.
 */
final class DatabaseUpgrade {

    private final Path database;

    /**
     * The upgrade of a database.
     *
     * @param database the path of its files without {@code .mv.db}
     */
    DatabaseUpgrade(Path database) {
        this.database = database.toAbsolutePath();
    }

    private Path beside(String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    private Path copy() {
        return beside(".before-upgrade.zip");
    }

    private Path note() {
        return beside(".upgrading");
    }

    /** Puts back what an upgrade that never ended has left; nobody has the database open. */
    void putBack() throws IOException {
        if (Files.exists(note())) {
            Path restored = beside(".restored");
            unzip(restored);
            Files.move(restored, beside(".mv.db"), StandardCopyOption.ATOMIC_MOVE);
            force(folder());
        }
        forget();
    }

    private void unzip(Path target) throws IOException {
        String wanted = beside(".mv.db").getFileName().toString();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(wanted)) {
                    write(zip, target);
                    return;
                }
            }
        }
        throw new IOException("the database was being upgraded, but its copy " + copy() + " holds no " + wanted
                + "; put a backup of " + beside(".mv.db") + " into its place, then delete " + note());
    }

    private static void write(InputStream in, Path target) throws IOException {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        force(target);
    }

    /** Upgrades, if anything is to be done. */
    void run(Flyway flyway) throws IOException {
        boolean used = flyway.info().applied().length > 0;
        if (used && flyway.info().pending().length > 0) {
            putAside(flyway);
            Files.writeString(note(), "the database is being upgraded; " + copy().getFileName() + " is what it was\n");
            force(note());
            force(folder());
        }
        flyway.migrate();
        forget();
    }

    /** H2 writes a copy of what is committed, also while it's open. */
    private void putAside(Flyway flyway) throws IOException {
        Path unfinished = beside(".before-upgrade.unfinished");
        Files.deleteIfExists(unfinished);
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, unfinished.toString());
            backup.execute();
        } catch (SQLException e) {
            throw new IOException("the database can't be copied to " + unfinished + " before its upgrade", e);
        }
        force(unfinished);
        Files.move(unfinished, copy(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder());
    }

    /** The note first: without its copy it would be worth nothing. */
    private void forget() throws IOException {
        if (Files.deleteIfExists(note())) {
            force(folder());
        }
        Files.deleteIfExists(copy());
    }

    private Path folder() {
        return database.resolveSibling(".").normalize();
    }

    private static void force(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        if (isFolder && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
