package org.trainingaudit.regime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** Packs for tests, over the small taxonomy and catalogue in {@code base}. */
final class Packs {

    final ConfigFiles files;
    final Faults faults = new Faults();
    final FactCatalogue catalogue;
    final Regimes regimes;

    private Packs(List<ConfigFile> packs) {
        List<ConfigFile> all = new ArrayList<>(packs);
        all.add(file("taxonomy.yaml", folder("base").resolve("taxonomy.yaml")));
        all.add(file("facts.yaml", folder("base").resolve("facts.yaml")));
        if (packs.stream().noneMatch(each -> each.name().equals("regimes/countries.yaml"))) {
            all.add(file("regimes/countries.yaml", folder("base").resolve("countries.yaml")));
        }
        this.files = ConfigFiles.of(all.toArray(ConfigFile[]::new));
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        this.catalogue = FactCatalogue.load(files, taxonomy, faults);
        this.regimes = Regimes.load(files, taxonomy, catalogue, faults);
    }

    /** All packs and cases in a folder of the test resources. */
    static Packs in(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return new Packs(files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .map(each -> file("regimes/" + each.getFileName(), each))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs as text; the name of each is that of its regime. */
    static Packs of(ConfigFile... files) {
        return new Packs(List.of(files));
    }

    static ConfigFile pack(String id, String text) {
        return ConfigFile.of("regimes/" + id + ".yaml", text);
    }

    /** A pack's head with the rest of it. */
    static ConfigFile pack(String id, String head, String rules) {
        return pack(
                id,
                "regime: " + id + "\nname: {en: Test, ja: 試験}\njurisdiction: JP\ntimezone: Asia/Tokyo\n" + head
                        + "rules:\n" + rules);
    }

    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Packs.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigFile file(String name, Path path) {
        try {
            return ConfigFile.of(name, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
