package supply;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials (CycloneDX) that each build makes of what it delivers. */
final class Sbom {

    private static final String PLACE = "/META-INF/sbom/application.cdx.json";

    private Sbom() {}

    /** The libraries of others, by name. */
    static List<Library> libraries() throws IOException {
        try (InputStream in = Sbom.class.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "no " + PLACE + " on the class path; Maven makes it before it compiles");
            }
            return read(new JsonMapper().readTree(in));
        }
    }

    static List<Library> read(JsonNode document) {
        List<Library> libraries = new ArrayList<>();
        for (JsonNode component : document.path("components")) {
            if (!component.path("group").asString("").equals("org.trainingaudit")) {
                libraries.add(new Library(
                        component.path("group").asString("") + ":"
                                + component.path("name").asString(),
                        component.path("version").asString(),
                        sha256(component),
                        licences(component)));
            }
        }
        libraries.sort(Comparator.comparing(Library::name).thenComparing(Library::version));
        return libraries;
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asString().equals("SHA-256")) {
                return hash.path("content").asString();
            }
        }
        return "none";
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode offered : component.path("licenses")) {
            JsonNode licence = offered.path("license");
            licences.add(offered.path("expression")
                    .asString(licence.path("id").asString(licence.path("name").asString(""))));
        }
        return licences;
    }
}
