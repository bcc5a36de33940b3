package org.trainingaudit.use;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;

/** The small catalogue and taxonomy beside these tests, and their other files. */
final class Fixtures {

    static final ConfigFiles CONFIG = ConfigFiles.of(
            ConfigFile.of("taxonomy.yaml", text("taxonomy.yaml")), ConfigFile.of("facts.yaml", text("facts.yaml")));
    static final Taxonomy TAXONOMY;
    static final FactCatalogue CATALOGUE;

    static {
        Faults faults = new Faults();
        TAXONOMY = Taxonomy.load(CONFIG, faults);
        CATALOGUE = FactCatalogue.load(CONFIG, TAXONOMY, faults);
        faults.throwIfAny();
    }

    private Fixtures() {}

    static Path file(String name) {
        try {
            return Path.of(resource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String name) {
        try (InputStream in = resource(name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL resource(String name) {
        return Optional.ofNullable(Fixtures.class.getResource(name))
                .orElseThrow(() -> new IllegalStateException("no test file " + name));
    }

    /** What a person would read, with file names instead of paths. */
    static String shown(Iterable<org.trainingaudit.config.Fault> faults, Path folder) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(fault.text()).append('\n'));
        return text.toString().replace(folder + "/", "");
    }
}
