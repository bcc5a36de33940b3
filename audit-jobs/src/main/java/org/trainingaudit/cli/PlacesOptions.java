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
            description = "Folder of the configuration (default: config here; commands that need neither datasets nor a"
                    + " database take the one beside the program where there is none here).")
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
        return besideProgram().orElse(USUAL_CONFIG);
    }

    /** The folder of the program, where the configuration in it is taken because there is none here. */
    private static Optional<Path> home() {
        String home = System.getProperty("audit.home", "");
        return Files.isDirectory(USUAL_CONFIG) || home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home));
    }

    private static Optional<Path> besideProgram() {
        return home().map(home -> home.resolve("config"));
    }

    /**
     * The configuration without a fault, read once, for a command that needs the datasets it names, or a database.
     *
     * @throws ConfigurationException with every fault
     * @throws WrongUse where it would be the one beside the program, whose paths mean nothing from here
     */
    Configuration configuration() {
        if (config.isEmpty() && home().isPresent()) {
            throw new WrongUse(
                    "there is no folder 'config' here, and the one beside the program names files as they are"
                            + " seen from there; go to '" + home().get()
                            + "', or name folders with --config and --data");
        }
        return laws();
    }

    /**
     * The same for a command that needs neither, from wherever it is started.
     *
     * @throws ConfigurationException with every fault
     */
    Configuration laws() {
        if (loaded.isEmpty()) {
            Faults faults = new Faults();
            Configuration configuration = Configuration.load(places(), faults);
            faults.throwIfAny();
            loaded = Optional.of(configuration);
        }
        return loaded.get();
    }
}
