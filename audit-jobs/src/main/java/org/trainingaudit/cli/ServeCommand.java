package org.trainingaudit.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.BadAccount;
import org.trainingaudit.access.Role;
import org.trainingaudit.database.Causes;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.LogFormat;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.Serving;
import org.trainingaudit.schedule.ConfigurationWatch;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.TrailException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit serve}: pages, API and schedule, until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serve the console and the API until the process is told to stop.",
            "With --role manager it deals the shares of scan and judge to workers (--role worker), on this machine or others;"
                    + " they need a PostgreSQL database and a key that they share.",
            "The first start makes the account 'admin'; its password comes from a file, or is asked for on the terminal."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final String FIRST_ACCOUNT = "admin";

    @Mixin
    private PlacesOptions options;

    @Mixin
    private FormatOption format;

    @ParentCommand
    private AuditCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${SERVER_PORT:-8080}",
            description = "Where to listen (default: SERVER_PORT, else 8080; 0: any that is free).")
    private int port;

    @Option(
            names = "--admin-password-file",
            paramLabel = "FILE",
            description = "Holds the password of the first account, in its first line; only read while there is none.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "${AUDIT_LOG_FORMAT:-text}",
            description = "text, or JSON for a collector: ecs, logstash, gelf (default: AUDIT_LOG_FORMAT, else text).")
    private LogFormat logFormat = LogFormat.TEXT;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "${AUDIT_ROLE:-all}",
            description = "all, manager or worker (default: AUDIT_ROLE, else all, which needs no other process).")
    private ServeRole role = ServeRole.ALL;

    @Option(
            names = "--broker-key-file",
            paramLabel = "FILE",
            description =
                    "Holds the key by which manager and workers know each other, in its first line, 32 characters or"
                            + " more (default: audit.broker.key-file).")
    private Optional<Path> brokerKeyFile = Optional.empty();

    private final Set<String> passedOver = new HashSet<>();
    private Optional<Configuration> served = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Configuration good = options.configuration();
        say("Starting ...");
        Configuration next = serve(good);
        while (true) {
            say("The configuration has changed and is good; serving anew by it.");
            next = serveOrGoBack(next, good);
            good = served.orElseThrow();
        }
    }

    /** A set that has no fault may still name a certificate that isn't there, or an address that is taken. */
    private Configuration serveOrGoBack(Configuration next, Configuration good) throws InterruptedException {
        try {
            return serve(next);
        } catch (RuntimeException e) {
            if (isServed(next)) {
                throw e;
            }
            say("audit: nothing can be served by the changed configuration: " + e.getMessage()
                    + "; going back to the last one");
            passedOver.add(next.sha256());
            return serve(good);
        }
    }

    /** Serves by a configuration until a later one is good. */
    private Configuration serve(Configuration configuration) throws InterruptedException {
        try (AuditContext context = AuditContext.serve(
                parent.application(),
                options.places(),
                role.needed(configuration),
                new Serving(
                        role.faces(),
                        port,
                        logFormat,
                        role.arguments(configuration, brokerKeyFile),
                        role.isAsked(),
                        role.isAsked() ? this::requireAdministrator : accounts -> {}))) {
            port = context.port();
            served = Optional.of(configuration);
            context.get(ConfigurationWatch.class).passOver(passedOver);
            say("Listening on " + context.address(configuration.settings().api()));
            if (format.isJson()) {
                format.answer()
                        .field(
                                "listening",
                                context.address(configuration.settings().api()))
                        .print(spec.commandLine().getOut());
            }
            if (role.isAsked()) {
                context.get(Operations.class)
                        .recover(By.recovery())
                        .ifPresent(run -> say("Going on with " + run.key()));
            }
            return context.get(ConfigurationWatch.class).awaitNext();
        } catch (DatabaseInUse | TrailException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        } catch (ApplicationContextException e) {
            throw Causes.of(e).anyMatch(PortInUseException.class::isInstance) ? portTaken() : e;
        }
    }

    private WrongUse portTaken() {
        return new WrongUse("port " + port + " is taken by another program; stop that one, or name another port with"
                + " --port or SERVER_PORT (0: any that is free)");
    }

    private boolean isServed(Configuration configuration) {
        return served.filter(one -> one.sha256().equals(configuration.sha256())).isPresent();
    }

    private void say(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** Before anything is served, so that there is never a moment in which anybody may come in. */
    private void requireAdministrator(Accounts accounts) {
        if (accounts.hasAdministrator()) {
            return;
        }
        try {
            accounts.add(FIRST_ACCOUNT, Role.ADMINISTRATOR, "", firstPassword());
            say("Made the account '" + FIRST_ACCOUNT + "'; sign in with it, add the others under Accounts"
                    + passwordFile.map(file -> ", and delete '" + file + "'").orElse("") + ".");
        } catch (BadAccount e) {
            throw new WrongUse(e.getMessage() + "; no account was made and nothing is served");
        }
    }

    private String firstPassword() {
        if (passwordFile.isPresent()) {
            return PasswordFile.read(passwordFile.get());
        }
        char[] typed = terminal().readPassword("Password for the first account, '%s': ", FIRST_ACCOUNT);
        return typed == null ? "" : new String(typed);
    }

    // From JDK 22 on there is always a console, which then may be no terminal; reading it ends with no password.
    @SuppressWarnings("SystemConsoleNull")
    private static Console terminal() {
        Console terminal = System.console();
        if (terminal == null) {
            throw new WrongUse(
                    "there is no administrator yet: put a password into a file that only you can read and start"
                            + " 'audit serve --admin-password-file FILE', or start it on a terminal, where it is asked for");
        }
        return terminal;
    }
}
