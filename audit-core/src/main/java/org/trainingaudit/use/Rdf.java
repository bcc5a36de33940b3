package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trainingaudit.config.Location;

/** Statements of a document in RDF, by subject in the order of the document. Terms are full names, or texts. */
final class Rdf {

    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String BROADER = "http://www.w3.org/2004/02/skos/core#broader";
    static final String DPV = "https://w3id.org/dpv#";
    static final String PD = "https://w3id.org/dpv/pd#";
    static final String AI = "https://w3id.org/dpv/ai#";
    static final String GDPR = "https://w3id.org/dpv/legal/eu/gdpr#";
    static final String NIL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

    /**
     * What the customary prefixes stand for. A document may say otherwise; one that says nothing means these, as the
     * vocabulary's own examples do.
     */
    static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dpv", DPV),
            Map.entry("pd", PD),
            Map.entry("ai", AI),
            Map.entry("dpv-pd", PD),
            Map.entry("dpv-ai", AI),
            Map.entry("loc", "https://w3id.org/dpv/loc#"),
            Map.entry("legal-eu", "https://w3id.org/dpv/legal/eu#"),
            Map.entry("legal-jp", "https://w3id.org/dpv/legal/jp#"),
            Map.entry("legal-us", "https://w3id.org/dpv/legal/us#"),
            Map.entry("eu-gdpr", GDPR),
            Map.entry("dpv-gdpr", GDPR));

    /**
     * What a statement says of its subject.
     *
     * @param name a full name, a blank node's name that begins with {@code _:}, or a text
     * @param text whether it is a text
     */
    record Term(String name, boolean text) {
        static Term of(String name) {
            return new Term(name, false);
        }

        boolean blank() {
            return !text && name.startsWith("_:");
        }
    }

    /** One thing with all that is said of it. */
    record Subject(String name, Location at, Map<String, List<Term>> said) {
        List<Term> all(String predicate) {
            return said.getOrDefault(predicate, List.of());
        }
    }

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private int blanks;

    void add(Term subject, Location at, String predicate, Term object) {
        subjects.computeIfAbsent(subject.name(), name -> new Subject(name, at, new LinkedHashMap<>()))
                .said()
                .computeIfAbsent(predicate, unseen -> new ArrayList<>())
                .add(object);
    }

    Term fresh() {
        blanks++;
        return Term.of("_:b" + blanks);
    }

    List<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    Optional<Subject> subject(Term term) {
        return Optional.ofNullable(subjects.get(term.name()));
    }

    /** The names that a term stands for: its own, and what it is said to be or to be narrower than. */
    Set<String> meanings(Term term) {
        Stream<Term> more = subject(term).stream()
                .flatMap(subject -> Stream.concat(subject.all(TYPE).stream(), subject.all(BROADER).stream()));
        return Stream.concat(Stream.of(term), more)
                .filter(one -> !one.text() && !one.blank())
                .map(Term::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The last part of a full name. */
    static String local(String name) {
        int end = Math.max(name.lastIndexOf('#'), Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')));
        return name.substring(end + 1);
    }
}
