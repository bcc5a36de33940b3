package house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The texts of the program, in the languages in which people read them. */
enum Bundles {
    PAGES("audit-jobs/src/main/resources/console"),
    NOTICES("audit-jobs/src/main/resources/notice"),
    SUMMARY("audit-reports/src/main/resources/org/trainingaudit/report/messages");

    /** Headings of CSV files; in English a column's heading is its name. */
    static final Properties COLUMNS =
            load(Path.of("audit-reports/src/main/resources/org/trainingaudit/report/columns_ja.properties"));

    static final List<Path> ROOTS =
            List.of(Path.of("audit-jobs/src/main/resources"), Path.of("audit-reports/src/main/resources"));

    private final String place;

    Bundles(String place) {
        this.place = place;
    }

    Properties english() {
        return load(Path.of(place + ".properties"));
    }

    Properties japanese() {
        return load(Path.of(place + "_ja.properties"));
    }

    /** The file of the Japanese texts. */
    Path file() {
        return Path.of(place + "_ja.properties");
    }

    private static Properties load(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(text);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
