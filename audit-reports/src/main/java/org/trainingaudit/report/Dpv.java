package org.trainingaudit.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.csv.JsonText;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.Recorded.OfVerdict;

/** {@code uses.dpv.jsonld}: the uses in the terms of the Data Privacy Vocabulary 2.3, as JSON-LD, written use by use. */
final class Dpv implements Closeable {

    static final String FILE = "uses.dpv.jsonld";

    /** Where the vocabulary has a law of its own; other laws are named by the id of their regime. */
    private static final Map<String, String> LAWS = Map.of("jp-appi", "legal-jp:law-APPI");

    private final Night night;
    private final JsonText.Listing graph;

    Dpv(Night night, OutputStream out) {
        this.night = night;
        this.graph = new JsonText.Listing(head(), "@graph", out);
    }

    private static Map<String, Object> head() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dpv", "https://w3id.org/dpv#");
        context.put("pd", "https://w3id.org/dpv/pd#");
        context.put("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#");
        context.put("legal-jp", "https://w3id.org/dpv/legal/jp#");
        context.put("dct", "http://purl.org/dc/terms/");
        return Map.of("@context", context);
    }

    void add(Dossier dossier) {
        dossier.living().ifPresent(use -> graph.add(use(use, dossier.verdicts())));
    }

    @Override
    public void close() throws IOException {
        graph.close();
    }

    private Map<String, Object> use(OfUse use, List<OfVerdict> said) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "urn:training-audit:use:" + encoded(use.use()));
        node.put("@type", "dpv:Process");
        node.put("dct:title", use.use());
        if (!use.training().isEmpty()) {
            node.put("dct:isPartOf", use.training());
        }
        putIds(node, "dpv:hasPersonalData", personalData(use));
        putIds(node, "dpv:hasApplicableLaw", laws(said));
        putIds(node, "dpv:hasLegalBasis", basis(use));
        if (!use.members("dataLocatedIn").isEmpty()) {
            node.put("dpv:hasLocation", use.members("dataLocatedIn"));
        }
        node.put("dpv:hasLawfulness", Map.of("@id", lawfulness(said)));
        return node;
    }

    private static void putIds(Map<String, Object> node, String property, Set<String> ids) {
        if (!ids.isEmpty()) {
            node.put(property, ids.stream().map(id -> Map.of("@id", id)).toList());
        }
    }

    private Set<String> personalData(OfUse use) {
        Set<String> terms = new LinkedHashSet<>();
        for (String category : use.members("categories")) {
            night.vocabulary().dpv(category).stream()
                    .sorted(Key::compareAsUtf8)
                    .forEach(term -> terms.add(term.contains(":") ? term : "pd:" + term));
        }
        return terms;
    }

    private static Set<String> laws(List<OfVerdict> said) {
        Set<String> laws = new LinkedHashSet<>();
        said.forEach(one -> laws.add(LAWS.getOrDefault(one.regime(), "urn:training-audit:regime:" + one.regime())));
        return laws;
    }

    private static Set<String> basis(OfUse use) {
        String letter = use.fact("legalBasis.eu");
        return letter.matches("[a-f]") ? Set.of("eu-gdpr:A6-1-" + letter) : Set.of();
    }

    /** Lawful only where every regime that governs it says so; what is open is unknown. */
    private static String lawfulness(List<OfVerdict> said) {
        if (said.stream().anyMatch(one -> one.verdict() == Verdict.VIOLATION && !one.provisional())) {
            return "dpv:Unlawful";
        }
        boolean all = !said.isEmpty() && said.stream().allMatch(one -> one.verdict() == Verdict.COMPLIANT);
        return all ? "dpv:Lawful" : "dpv:LawfulnessUnknown";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
