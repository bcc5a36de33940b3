package org.trainingaudit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where everything is; the same two options on every command, before or after the name of what it does. */
final class PlacesOptions {

    private static final Path USUAL_CONFIG = Path.of("config");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the configuration (default: config here, else the one beside the program).")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "var",
            description = "Folder under which everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("var");

    private Optional<Configuration> loaded = Optional.empty();

    Places places() {
        return new Places(config.orElseGet(PlacesOptions::usualConfig), data);
    }

    private static Path usualConfig() {
        String home = System.getProperty("audit.home", "");
        return Files.isDirectory(USUAL_CONFIG) || home.isEmpty() ? USUAL_CONFIG : Path.of(home, "config");
    }

    /**
     * The configuration without a fault, read once.
     *
     * @throws ConfigurationException with every fault
     */
    Configuration configuration() {
        if (loaded.isEmpty()) {
            Faults faults = new Faults();
            Configuration configuration = Configuration.load(places(), faults);
            faults.throwIfAny();
            loaded = Optional.of(configuration);
        }
        return loaded.get();
    }
}
