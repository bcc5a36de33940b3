package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.ReplayFrom;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailException;

/** The program with its database, for the commands that need one. Close it to give the database free. */
public final class AuditContext implements AutoCloseable {

    private static final int DATABASE_IN_USE = 90020;

    private final ConfigurableApplicationContext context;
    private final OwnerFile owner;
    private final Database database;

    private AuditContext(ConfigurableApplicationContext context, OwnerFile owner, Database database) {
        this.context = context;
        this.owner = owner;
        this.database = database;
    }

    /**
     * Opens the database, bringing its tables up to date, and makes everything ready.
     *
     * @param application the class from which components are found
     * @throws DatabaseInUse where another process owns the database
     */
    public static AuditContext start(
            Class<?> application, Places places, Configuration configuration, Progress progress) {
        return start(application, places, configuration, progress, Optional.empty());
    }

    /** The same, first putting back what the database lost of the trail. */
    static AuditContext start(
            Class<?> application,
            Places places,
            Configuration configuration,
            Progress progress,
            Optional<ReplayFrom> replay) {
        OwnerFile owner = new OwnerFile(places);
        makeFolder(places);
        Database database = Database.of(places, configuration.settings().database());
        database.begin();
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                    .properties(Map.copyOf(database.properties()))
                    .initializers(fresh -> {
                        fresh.getBeanFactory().registerSingleton("configuration", configuration);
                        fresh.getBeanFactory().registerSingleton("places", places);
                        fresh.getBeanFactory().registerSingleton("progress", progress);
                        replay.ifPresent(from -> fresh.getBeanFactory().registerSingleton("replayFrom", from));
                    })
                    .run();
            owner.take();
            return new AuditContext(context, owner, database);
        } catch (RuntimeException e) {
            database.end();
            if (isInUse(e)) {
                throw new DatabaseInUse(places.database(), owner.describe(), e);
            }
            throw refusedTrail(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private static void makeFolder(Places places) {
        try {
            Files.createDirectories(places.data());
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder '" + places.data() + "' can't be made", e);
        }
    }

    private static boolean isInUse(Throwable fault) {
        return causes(fault)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE);
    }

    /** A trail that isn't opened is told in its own words; it keeps its stack. */
    private static Optional<TrailException> refusedTrail(Throwable fault) {
        return causes(fault)
                .filter(TrailException.class::isInstance)
                .map(TrailException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(Optional.of(fault), Optional::isPresent, f -> f.map(Throwable::getCause))
                .flatMap(Optional::stream);
    }

    /** The operations of that type. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        owner.leave();
        context.close();
        database.end();
    }
}
