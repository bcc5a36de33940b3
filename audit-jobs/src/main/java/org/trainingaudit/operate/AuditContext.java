package org.trainingaudit.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.database.Causes;
import org.trainingaudit.database.Database;
import org.trainingaudit.database.DatabaseDisk;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.ReplayFrom;
import org.trainingaudit.setup.ApiSettings;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailException;

/** The program with its database, for the commands that need one. Close it to give the database free. */
public final class AuditContext implements AutoCloseable {

    private static final int DATABASE_IN_USE = 90020;

    private final ConfigurableApplicationContext context;
    private final OwnerFile owner;
    private final Database database;
    private boolean forgetting;

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
        return start(application, places, configuration, progress, false, Optional.empty());
    }

    /** The same, for what has to be alone with the database and the trail. */
    public static AuditContext startAlone(
            Class<?> application, Places places, Configuration configuration, Progress progress) {
        return start(application, places, configuration, progress, true, Optional.empty());
    }

    /** The same with faces, listening until it is closed. */
    public static AuditContext serve(
            Class<?> application, Places places, Configuration configuration, Serving serving) {
        AuditContext served = listen(application, places, configuration, serving);
        if (serving.asked()) {
            elseClosed(
                    served,
                    () -> served.owner.servesAt(
                            served.address(configuration.settings().api())));
        }
        return served;
    }

    /** What can't be started to its end holds nothing open: this process may start another. */
    private static void elseClosed(AutoCloseable started, Runnable last) {
        try {
            last.run();
        } catch (RuntimeException e) {
            close(started, e);
            throw e;
        }
    }

    private static void close(AutoCloseable started, RuntimeException because) {
        try {
            started.close();
        } catch (Exception e) {
            because.addSuppressed(e);
        }
    }

    private static AuditContext listen(
            Class<?> application, Places places, Configuration configuration, Serving serving) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
                .sources(serving.faces().toArray(Class<?>[]::new));
        List<String> arguments =
                new ArrayList<>(WebPlace.of(configuration.settings().api(), serving.port()));
        arguments.addAll(serving.log().arguments());
        arguments.addAll(serving.more());
        return start(builder, arguments, places, configuration, false, fresh -> {
            fresh.registerBean("webFolder", WebFolder.class, () -> new WebFolder(places));
            fresh.registerBean("progress", LiveProgress.class, () -> new LiveProgress(fresh.getBean(Clock.class)));
            fresh.registerBean(
                    "beforeListening",
                    SmartInitializingSingleton.class,
                    () -> () -> serving.beforeListening().accept(fresh.getBean(Accounts.class)));
        });
    }

    /** The same, first putting back what the database lost of the trail. */
    static AuditContext start(
            Class<?> application,
            Places places,
            Configuration configuration,
            Progress progress,
            boolean alone,
            Optional<ReplayFrom> replay) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application);
        return start(builder, WebPlace.none(), places, configuration, alone, fresh -> {
            fresh.getBeanFactory().registerSingleton("progress", progress);
            replay.ifPresent(from -> fresh.getBeanFactory().registerSingleton("replayFrom", from));
        });
    }

    private static AuditContext start(
            SpringApplicationBuilder builder,
            List<String> arguments,
            Places places,
            Configuration configuration,
            boolean alone,
            Consumer<GenericApplicationContext> more) {
        boolean embedded = configuration.settings().database().url().isEmpty();
        OwnerFile owner = new OwnerFile(places, embedded);
        makeFolder(places);
        Database database = Database.of(
                places,
                configuration.settings().database(),
                () -> Runtime.getRuntime().halt(ExitCode.INCOMPLETE));
        database.begin(alone);
        try {
            ConfigurableApplicationContext context = builder.sources(Database.TABLES)
                    .initializers(fresh -> {
                        fresh.getBeanFactory().registerSingleton("configuration", configuration);
                        fresh.getBeanFactory().registerSingleton("places", places);
                        fresh.addApplicationListener(owner);
                        more.accept((GenericApplicationContext) fresh);
                    })
                    .run(withDatabase(arguments, database));
            elseClosed(context, owner::take);
            return new AuditContext(context, owner, database);
        } catch (RuntimeException e) {
            database.end();
            if (isInUse(e)) {
                throw new DatabaseInUse(places.database(), owner.describe(), e);
            }
            throw inOwnWords(e).or(() -> DatabaseDisk.fault(places, e)).orElse(e);
        }
    }

    /** As arguments, so that no variable of the environment leads to another database. */
    private static String[] withDatabase(List<String> arguments, Database database) {
        List<String> all = new ArrayList<>(arguments);
        database.properties().forEach((name, value) -> all.add("--" + name + "=" + value));
        return all.toArray(String[]::new);
    }

    /** Where it listens. */
    public String address(ApiSettings api) {
        boolean own = api.certificate().isPresent();
        String host = api.address().contains(":") ? "[" + api.address() + "]" : api.address();
        return (own ? "https://" : "http://") + host + ":" + port();
    }

    /** The port at which it listens. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void makeFolder(Places places) {
        try {
            Files.createDirectories(places.data());
        } catch (IOException e) {
            throw new DiskFault(places.data(), e).unchecked();
        }
    }

    private static boolean isInUse(Throwable fault) {
        return Causes.of(fault)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE);
    }

    /** A trail or a database that isn't opened is told in its own words; a trail's keep their stack. */
    private static Optional<RuntimeException> inOwnWords(Throwable fault) {
        return Causes.of(fault)
                .filter(cause -> cause instanceof TrailException || cause instanceof DatabaseInUse)
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    /** The operations of that type. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Has the database's files forget, when this is closed, what was deleted; for a context that is alone with it. */
    public void forgetWhenClosed() {
        forgetting = true;
    }

    @Override
    public void close() {
        owner.leave();
        context.close();
        try {
            if (forgetting) {
                database.forgetDeleted();
            }
        } finally {
            database.end();
        }
    }
}
