package org.trainingaudit.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;

/** The detectors that the product ships. */
final class Shipped {

    private static final Detectors DETECTORS = load();

    private Shipped() {}

    static Detectors detectors() {
        return DETECTORS;
    }

    private static Detectors load() {
        Faults faults = new Faults();
        ConfigFiles shipped = ConfigFiles.read(Path.of(System.getProperty("audit.home", ".."), "config"), faults);
        ConfigFile[] files = Stream.concat(
                        Stream.of(ConfigFile.of("taxonomy.yaml", resource("taxonomy.yaml"))),
                        shipped.under("detectors/").stream())
                .toArray(ConfigFile[]::new);
        ConfigFiles all = ConfigFiles.of(files);
        Detectors detectors = Detectors.load(all, Taxonomy.load(all, faults), faults);
        if (faults.count() > 0) {
            throw new IllegalStateException(faults.text());
        }
        return detectors;
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Shipped.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table among the resources, by the names of its columns. */
    static List<CSVRecord> rows(String name) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(resource(name)), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Taxonomy taxonomy(Faults faults) {
        return Taxonomy.load(ConfigFiles.of(ConfigFile.of("taxonomy.yaml", resource("taxonomy.yaml"))), faults);
    }
}
