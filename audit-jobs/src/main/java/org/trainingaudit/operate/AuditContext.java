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
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            // Without the first, H2 closes before the program does; without the second, a kill loses committed rows.
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
            // Milliseconds to wait for a row that another transaction holds: the end of a chunk waits for its turn at
            // the log.
            + ";LOCK_TIMEOUT=120000"
            // KiB of pages kept at hand: the indexes of the trail's ids are hit at random.
            + ";CACHE_SIZE=98304";

    private final ConfigurableApplicationContext context;
    private final OwnerFile owner;

    private AuditContext(ConfigurableApplicationContext context, OwnerFile owner) {
        this.context = context;
        this.owner = owner;
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
        NewDatabase.begin(places);
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                    .properties(Map.of(
                            "spring.datasource.url",
                                    "jdbc:h2:file:" + places.database().toAbsolutePath() + H2_OPTIONS,
                            "spring.datasource.username", "audit",
                            "spring.datasource.password", "",
                            "spring.flyway.placeholders.queue-numbers-at-once", "10000"))
                    .initializers(fresh -> {
                        fresh.getBeanFactory().registerSingleton("configuration", configuration);
                        fresh.getBeanFactory().registerSingleton("places", places);
                        fresh.getBeanFactory().registerSingleton("progress", progress);
                        replay.ifPresent(from -> fresh.getBeanFactory().registerSingleton("replayFrom", from));
                    })
                    .run();
            owner.take();
            return new AuditContext(context, owner);
        } catch (RuntimeException e) {
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
    }
}
