package org.trainingaudit.use;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.Rdf.Term;

/**
 * Reads JSON-LD with the context that stands in the document and the customary prefixes. A context elsewhere is never
 * fetched: its terms stay unknown, and a name with a customary prefix is understood all the same.
 */
final class JsonLd {

    private static final int DEEPEST = 50;

    private final Rdf rdf = new Rdf();
    private final Map<String, String> terms = new HashMap<>(Rdf.PREFIXES);

    private JsonLd() {}

    static Rdf read(Node root) {
        JsonLd reader = new JsonLd();
        reader.top(root);
        return reader.rdf;
    }

    private void top(Node root) {
        if (root instanceof Node.Items list) {
            list.items().forEach(this::top);
        } else if (root instanceof Node.Fields map) {
            map.get("@context").ifPresent(this::context);
            Optional<Node> graph = map.get("@graph");
            graph.ifPresent(this::top);
            if (graph.isEmpty()) {
                subject(map, 0);
            }
        }
    }

    private void context(Node context) {
        if (context instanceof Node.Items list) {
            list.items().forEach(this::context);
        }
        for (Node.Field term : Tree.fields(context)) {
            Tree.text(term.value())
                    .or(() -> Tree.text(term.value(), "@id"))
                    .ifPresent(iri -> terms.put(term.name(), iri));
        }
    }

    private Term subject(Node.Fields map, int depth) {
        Term subject =
                map.get("@id").flatMap(Tree::text).map(id -> Term.of(full(id))).orElseGet(rdf::fresh);
        if (depth > DEEPEST) {
            return subject;
        }
        for (Node.Field field : map.fields()) {
            if (field.name().equals("@type")) {
                Tree.each(field.value())
                        .forEach(type -> Tree.text(type)
                                .ifPresent(name -> rdf.add(subject, map.at(), Rdf.TYPE, Term.of(full(name)))));
            } else if (!field.name().startsWith("@")) {
                String predicate = full(field.name());
                Tree.each(field.value())
                        .forEach(value -> object(value, depth)
                                .ifPresent(object -> rdf.add(subject, map.at(), predicate, object)));
            }
        }
        return subject;
    }

    private Optional<Term> object(Node value, int depth) {
        if (value instanceof Node.Fields map) {
            Optional<Term> literal = map.get("@value").flatMap(Tree::text).map(text -> new Term(text, true));
            return literal.or(() -> Optional.of(subject(map, depth + 1)));
        }
        return Tree.text(value).map(text -> new Term(text, true));
    }

    /** A term may stand for another, and so on; of a ring of them the name stays that is reached last. */
    private String full(String name) {
        String here = name;
        for (int steps = 0; here.indexOf(':') < 0 && terms.containsKey(here) && steps < terms.size(); steps++) {
            here = terms.getOrDefault(here, here);
        }
        int colon = here.indexOf(':');
        String known =
                colon < 0 || here.startsWith("//", colon + 1) ? "" : terms.getOrDefault(here.substring(0, colon), "");
        return known.isEmpty() ? here : known + here.substring(colon + 1);
    }
}
