package org.trainingaudit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.setup.DatabaseSettings;
import org.trainingaudit.setup.Places;

/**
 * Makes the embedded database whole or not at all. H2 commits each statement that makes a table, so a kill while a new
 * database is being made leaves tables that no migration knows of. A note beside the file says that it is being made; where
 * a start finds the note, the file is thrown away, which loses nothing: the note goes before anything else is written. One
 * that is in use is upgraded by {@link DatabaseUpgrade}.
 */
@Configuration(proxyBeanMethods = false)
class NewDatabase {

    private static final String NO_PRIVILEGE = "42501";

    /** Before the database is opened. */
    static void begin(Places places) {
        try {
            Path file = file(places);
            boolean free = isFree(file);
            if (Files.exists(note(places)) && free) {
                Files.deleteIfExists(file);
            }
            if (free) {
                new DatabaseUpgrade(places.database()).putBack();
            }
            if (!Files.exists(file)) {
                Files.createDirectories(note(places).toAbsolutePath().getParent());
                Files.writeString(note(places), "the database is being made\n");
            }
        } catch (IOException e) {
            throw new DiskFault(file(places), e).unchecked();
        }
    }

    /** Whoever holds the lock is alive and making it. */
    private static boolean isFree(Path file) throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    static Path file(Places places) {
        return Path.of(places.database() + ".mv.db");
    }

    private static Path note(Places places) {
        return Path.of(places.database() + ".new");
    }

    @Bean
    FlywayMigrationStrategy migration(Places places, org.trainingaudit.setup.Configuration setup) {
        DatabaseSettings database = setup.settings().database();
        return flyway -> {
            if (database.url().isPresent()) {
                migrate(flyway);
                database.owner()
                        .flatMap(owner -> database.application())
                        .ifPresent(role ->
                                TableRights.grant(flyway.getConfiguration().getDataSource(), role.user()));
            } else {
                upgrade(places, flyway);
            }
        };
    }

    /** A role that may not do that is told so in words; it may well be a worker that started before its manager. */
    private static void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (mayNot(e)) {
                throw DatabaseInUse.of("the database's tables aren't those of this release, and this process may not"
                        + " bring them up to date: start 'audit serve' or 'audit run' of this release with the tables'"
                        + " owner first (audit.database.owner-user)");
            }
            throw e;
        }
    }

    private static boolean mayNot(Throwable fault) {
        return Causes.of(fault)
                .anyMatch(cause -> cause instanceof SQLException sql && NO_PRIVILEGE.equals(sql.getSQLState()));
    }

    private static void upgrade(Places places, Flyway flyway) {
        try {
            new DatabaseUpgrade(places.database()).run(flyway);
            Files.deleteIfExists(note(places));
        } catch (IOException e) {
            throw new UncheckedIOException("the database can't be brought up to date", e);
        }
    }
}
