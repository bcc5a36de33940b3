package supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Known vulnerabilities in the form of OSV: a folder of JSON files, one advisory each, as the export of one ecosystem
 * unpacks to, or one file with an array of them.
 */
final class Advisories {

    /**
     * A vulnerability of a library that is delivered.
     *
     * @param severity as the advisory says it, in capitals; {@code UNKNOWN} where it doesn't
     */
    record Hit(String id, Library library, String severity) {

        /** What nobody has rated may be as bad as can be. */
        boolean isCritical() {
            return severity.equals("CRITICAL") || severity.equals("UNKNOWN");
        }

        @Override
        public String toString() {
            return id + " (" + severity + ") in " + library.name() + ":" + library.version();
        }
    }

    private final List<JsonNode> all = new ArrayList<>();

    private Advisories() {}

    static Advisories read(Path place) throws IOException {
        Advisories advisories = new Advisories();
        JsonMapper json = new JsonMapper();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode node = json.readTree(Files.readString(file));
                if (node.isArray()) {
                    node.forEach(advisories.all::add);
                } else {
                    advisories.all.add(node);
                }
            }
        }
        if (advisories.all.isEmpty()) {
            throw new IllegalStateException("no advisory in '" + place + "', expected OSV files that end in .json");
        }
        return advisories;
    }

    /** What of these libraries is known to be vulnerable. */
    List<Hit> in(List<Library> libraries) {
        List<Hit> hits = new ArrayList<>();
        for (JsonNode advisory : all) {
            if (!advisory.has("withdrawn")) {
                for (Library library : libraries) {
                    if (concerns(advisory, library)) {
                        hits.add(new Hit(advisory.path("id").asString(), library, severity(advisory)));
                    }
                }
            }
        }
        return hits;
    }

    private static String severity(JsonNode advisory) {
        return advisory.at("/database_specific/severity").asString("UNKNOWN").toUpperCase(Locale.ROOT);
    }

    private static boolean concerns(JsonNode advisory, Library library) {
        for (JsonNode affected : advisory.path("affected")) {
            if (affected.at("/package/ecosystem").asString("").equals("Maven")
                    && affected.at("/package/name").asString("").equals(library.name())
                    && (isListed(affected, library) || isInARange(affected, library))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListed(JsonNode affected, Library library) {
        for (JsonNode version : affected.path("versions")) {
            if (version.asString().equals(library.version())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInARange(JsonNode affected, Library library) {
        for (JsonNode range : affected.path("ranges")) {
            if (range.path("type").asString("").equals("ECOSYSTEM")
                    && isBetween(range.path("events"), library.version())) {
                return true;
            }
        }
        return false;
    }

    /** Events stand in the order of versions: from each {@code introduced} on, until what mends it. */
    private static boolean isBetween(JsonNode events, String version) {
        boolean in = false;
        for (JsonNode event : events) {
            if (event.has("introduced")) {
                in |= compare(version, event, "introduced") >= 0;
            } else if (event.has("fixed")) {
                in &= compare(version, event, "fixed") < 0;
            } else if (event.has("last_affected")) {
                in &= compare(version, event, "last_affected") <= 0;
            }
        }
        return in;
    }

    private static int compare(String version, JsonNode event, String what) {
        return Versions.compare(version, event.path(what).asString());
    }
}
