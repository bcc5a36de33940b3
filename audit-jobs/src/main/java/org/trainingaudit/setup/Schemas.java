package org.trainingaudit.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.regime.PackSchema;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** Writes the JSON Schemas by which editors complete packs. */
public final class Schemas {

    private Schemas() {}

    /**
     * Writes them into the folder, which is made where it's missing.
     *
     * @return the files written
     * @throws org.trainingaudit.config.ConfigurationException where taxonomy or catalogue have a fault
     */
    public static List<Path> write(Path folder, Places places) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        FactCatalogue facts = FactCatalogue.load(files, taxonomy, faults);
        faults.throwIfAny();
        return PackSchema.files(facts, taxonomy).entrySet().stream()
                .map(schema -> write(folder, schema))
                .toList();
    }

    private static Path write(Path folder, Map.Entry<String, String> schema) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("the schema can't be written into '" + folder + "'", e);
        }
    }
}
